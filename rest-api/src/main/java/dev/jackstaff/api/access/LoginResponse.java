package dev.jackstaff.api.access;

/**
 * The answer to a login: token and user.
 *
 * @param token for {@code Authorization: Bearer}
 */
public record LoginResponse(String token, UserResponse user) {
    @Override
    public String toString() {
        return "LoginResponse[" + user + "]";
    }
}
