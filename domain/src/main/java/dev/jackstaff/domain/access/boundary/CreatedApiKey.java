package dev.jackstaff.domain.access.boundary;

/**
 * A newly created API key with its secret.
 *
 * @param secret the whole key, which cannot be read again later
 */
public record CreatedApiKey(ApiKeyView key, String secret) {
    @Override
    public String toString() {
        return "CreatedApiKey[" + key + "]";
    }
}
