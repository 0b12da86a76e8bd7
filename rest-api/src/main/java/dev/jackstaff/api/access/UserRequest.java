package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.NewUser;
import dev.jackstaff.domain.access.boundary.UserDetails;
import dev.jackstaff.domain.access.boundary.UserView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes a user. Members that only responses have are ignored, so a response can
 * be sent back. In a change, members that are left out stay as they are.
 *
 * @param email required for a new user, and read-only afterwards
 * @param password for a new user only, at least 8 characters
 * @param role what the user is in the installation: {@code none}, {@code viewer}, {@code editor} or {@code admin}
 * @param active false deactivates the user
 */
@JsonIgnoreProperties({"id"})
public record UserRequest(
        @Nullable String email,
        @Nullable String name,
        @Nullable String password,
        @Schema(implementation = Role.class) @Nullable String role,
        @Nullable Boolean active,
        @Nullable Long version) {
    NewUser toNewUser() {
        return new NewUser(
                RequestFields.required("email", email),
                RequestFields.text(name),
                RequestFields.required("password", password),
                requiredRole());
    }

    UserDetails toDetails(UserView before) {
        RequestFields.requireUnchanged("email", email, before.email());
        if (password != null) {
            throw new DomainException.Invalid(
                    "password", "cannot be changed here; users change their own with POST /api/v1/me/password");
        }
        return new UserDetails(
                RequestFields.textOr(name, before.name()),
                role == null ? before.role() : requiredRole(),
                active == null ? before.active() : active);
    }

    private Role requiredRole() {
        return RequestFields.parseLabel("role", RequestFields.required("role", role), Role.LABELS);
    }

    @Override
    public String toString() {
        return "UserRequest[" + email + "]";
    }
}
