package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Role;
import java.util.UUID;

/** The readable state of a user. */
public record UserView(UUID id, String email, String name, Role role, boolean active, long version) {
    static UserView of(User user) {
        return new UserView(user.id(), user.email(), user.name(), user.role(), user.active(), user.version());
    }

    /** This user as an actor. */
    public Actor actor() {
        return new Actor(email, role, Actor.Kind.USER);
    }
}
