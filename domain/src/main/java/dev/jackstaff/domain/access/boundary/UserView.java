package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.entity.User;
import java.util.UUID;

/** The readable state of a user. */
public record UserView(UUID id, String email, String name, Role role, boolean active, long version) {
    static UserView of(User user, Role role) {
        return new UserView(user.id(), user.email(), user.name(), role, user.active(), user.version());
    }
}
