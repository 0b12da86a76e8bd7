package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.Member;
import dev.jackstaff.domain.access.boundary.NewUser;
import dev.jackstaff.domain.access.boundary.UserDetails;
import dev.jackstaff.domain.actor.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as it is written. What was read can be sent back.
 *
 * @param email needed for a new user, and read-only afterwards
 * @param password for a new user only, at least 8 characters
 * @param role {@code viewer}, {@code editor} or {@code admin}
 * @param active false deactivates the user
 */
@JsonIgnoreProperties({"id"})
public record UserRequest(
        @Nullable String email,
        @Nullable String name,
        @Nullable String password,
        @Nullable String role,
        @Nullable Boolean active,
        @Nullable Long version) {
    private static final List<String> ROLES = List.of("viewer", "editor", "admin");

    NewUser toNewUser() {
        return new NewUser(
                Member.required("email", email),
                Member.text(name),
                Member.required("password", password),
                neededRole());
    }

    UserDetails toDetails() {
        return new UserDetails(Member.text(name), neededRole(), active == null || active);
    }

    private Role neededRole() {
        return Member.named("role", Member.required("role", role), Role::named, ROLES);
    }

    @Override
    public String toString() {
        return "UserRequest[" + email + "]";
    }
}
