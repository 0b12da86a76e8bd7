package dev.jackstaff.api.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a login: token and user.
 *
 * @param token for {@code Authorization: Bearer}
 */
@Schema(name = "Login")
public record LoginResponse(String token, UserResponse user) {
    @Override
    public String toString() {
        return "LoginResponse[" + user + "]";
    }
}
