package dev.jackstaff.domain.access.boundary;

/**
 * A key that was just made.
 *
 * @param secret the whole key; it is told here and never again
 */
public record CreatedApiKey(ApiKeyView key, String secret) {
    @Override
    public String toString() {
        return "CreatedApiKey[" + key + "]";
    }
}
