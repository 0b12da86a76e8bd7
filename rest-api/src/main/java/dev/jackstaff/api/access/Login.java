package dev.jackstaff.api.access;

/**
 * Somebody who signed in.
 *
 * @param token for {@code Authorization: Bearer}
 */
public record Login(String token, User user) {
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
