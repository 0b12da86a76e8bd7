package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Role;
import java.util.UUID;

/** A user as it can be read. */
public record UserView(UUID id, String email, String name, Role role, boolean active, long version) {
    static UserView of(User user) {
        return new UserView(user.id(), user.email(), user.name(), user.role(), user.active(), user.version());
    }

    /** This user acting. */
    public Actor actor() {
        return new Actor(email, role, Actor.Kind.USER);
    }
}
