package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.access.entity.UserGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Groups and who is in them, in the database. */
@ApplicationScoped
public class GroupStore {
    @Inject
    EntityManager entities;

    /** All groups, by name. */
    public List<UserGroup> all() {
        return entities.createQuery("select g from UserGroup g order by g.name", UserGroup.class)
                .getResultList();
    }

    /** The group, or {@link DomainException.NotFound}. */
    public UserGroup existing(UUID id) {
        return Optional.ofNullable(entities.find(UserGroup.class, id))
                .orElseThrow(() -> new DomainException.NotFound("group", id));
    }

    public void add(UserGroup group) {
        entities.persist(group);
    }

    public void remove(UserGroup group) {
        entities.remove(group);
    }

    /** The users in a group, by e-mail address, each once. */
    public List<User> members(UUID group) {
        @SuppressWarnings("unchecked")
        List<User> users = entities.createNativeQuery(
                        "select u.* from hub_user u where exists (select from group_member m where m.user_id = u.id"
                                + " and m.group_id = cast(?1 as uuid)) order by u.email",
                        User.class)
                .setParameter(1, group.toString())
                .getResultList();
        return users;
    }

    /** Puts a user into a group; returns whether this origin did not say so before. */
    public boolean join(UUID group, UUID user, GrantOrigin origin) {
        return entities.createNativeQuery("insert into group_member (group_id, user_id, origin)"
                                + " values (cast(?1 as uuid), cast(?2 as uuid), ?3) on conflict do nothing")
                        .setParameter(1, group.toString())
                        .setParameter(2, user.toString())
                        .setParameter(3, origin.label())
                        .executeUpdate()
                > 0;
    }

    /** Takes a user out of a group, as far as this origin says that they are in; returns whether it did. */
    public boolean leave(UUID group, UUID user, GrantOrigin origin) {
        return entities.createNativeQuery("delete from group_member where group_id = cast(?1 as uuid)"
                                + " and user_id = cast(?2 as uuid) and origin = ?3")
                        .setParameter(1, group.toString())
                        .setParameter(2, user.toString())
                        .setParameter(3, origin.label())
                        .executeUpdate()
                > 0;
    }
}
