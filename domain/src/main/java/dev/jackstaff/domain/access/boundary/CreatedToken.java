package dev.jackstaff.domain.access.boundary;

/**
 * A newly created access token with its secret.
 *
 * @param secret the whole token, which cannot be read again later
 */
public record CreatedToken(TokenView token, String secret) {
    @Override
    public String toString() {
        return "CreatedToken[" + token + "]";
    }
}
