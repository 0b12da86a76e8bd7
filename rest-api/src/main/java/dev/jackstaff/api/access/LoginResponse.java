package dev.jackstaff.api.access;

/**
 * Somebody who signed in.
 *
 * @param token for {@code Authorization: Bearer}
 */
public record LoginResponse(String token, UserResponse user) {
    @Override
    public String toString() {
        return "LoginResponse[" + user + "]";
    }
}
