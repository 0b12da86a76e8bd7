package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.UserView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that describes a user in a response. */
public record UserResponse(
        UUID id,
        String email,
        String name,
        @Schema(implementation = Role.class) String role,
        boolean active,
        long version) {
    static UserResponse of(UserView view) {
        return new UserResponse(
                view.id(), view.email(), view.name(), view.role().label(), view.active(), view.version());
    }
}
