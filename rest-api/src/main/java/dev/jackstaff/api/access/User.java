package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.boundary.UserView;
import java.util.UUID;

/** A user as it is read. */
public record User(UUID id, String email, String name, String role, boolean active, long version) {
    static User of(UserView view) {
        return new User(view.id(), view.email(), view.name(), view.role().label(), view.active(), view.version());
    }
}
