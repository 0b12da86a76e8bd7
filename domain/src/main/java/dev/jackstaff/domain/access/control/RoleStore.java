package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.entity.CustomRole;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.PermissionScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The roles that the installation defines, in the database, beside those that are built in. */
@ApplicationScoped
public class RoleStore {
    @Inject
    EntityManager entities;

    /** All roles of the installation, by key. */
    public List<CustomRole> all() {
        return entities.createQuery("select r from CustomRole r order by r.key", CustomRole.class)
                .getResultList();
    }

    public Optional<CustomRole> find(String key) {
        return entities.createQuery("select r from CustomRole r where r.key = :key", CustomRole.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** The role of the installation, or {@link DomainException.NotFound}. */
    public CustomRole existing(String key) {
        return find(key).orElseThrow(() -> new DomainException.NotFound("role", key));
    }

    /** A role of any kind as it would be in a scope; empty if there is none of this key. */
    public Optional<GrantedRole> granted(String key, PermissionScope scope) {
        return BuiltInRole.LABELS
                .find(key)
                .map(role -> GrantedRole.of(role, scope))
                .or(() -> find(key)
                        .map(role -> new GrantedRole(key, role.details().permissions(), scope)));
    }

    /** How often a role is granted. */
    public long grants(String key) {
        return entities.createQuery("select count(g) from Grant g where g.role = :key", Long.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    public void add(CustomRole role) {
        entities.persist(role);
    }

    public void remove(CustomRole role) {
        entities.remove(role);
    }
}
