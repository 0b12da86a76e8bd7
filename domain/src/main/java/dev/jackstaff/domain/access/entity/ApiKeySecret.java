package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.engine.Sha256;

/**
 * The secret of an API key: {@code jks_<kind>_} and 32 random bytes in base64url without padding, or what another
 * system issued. It is long and random enough for a plain SHA-256 to protect it.
 */
public record ApiKeySecret(ApiKeyKind kind, String text) {
    private static final int SHOWN_CHARACTERS = 6;
    private static final int MIN_LENGTH = 16;
    private static final int MAX_LENGTH = 500;
    private static final String OWN_PREFIX = "jks_";

    public static ApiKeySecret generate(ApiKeyKind kind) {
        return new ApiKeySecret(kind, ownPrefix(kind) + RandomSecret.text());
    }

    /**
     * A secret that another system issued.
     *
     * @throws IllegalArgumentException if a request cannot carry it, if it is too short to be random, or if it looks
     *     like one of Jackstaff's
     */
    public static ApiKeySecret fromOtherSystem(ApiKeyKind kind, String text) {
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("must have visible ASCII characters only");
        }
        if (text.startsWith(OWN_PREFIX)) {
            throw new IllegalArgumentException("must not begin with the prefix of Jackstaff's own keys, " + OWN_PREFIX);
        }
        return new ApiKeySecret(kind, text);
    }

    private static String ownPrefix(ApiKeyKind kind) {
        return OWN_PREFIX + kind.label() + "_";
    }

    /** The visible beginning of the secret, to tell keys apart. */
    public String prefix() {
        return text.substring(
                0, text.startsWith(OWN_PREFIX) ? ownPrefix(kind).length() + SHOWN_CHARACTERS : SHOWN_CHARACTERS);
    }

    public String hash() {
        return hash(text);
    }

    /** SHA-256 of a secret's UTF-8 bytes, 64 lower-case hexadecimal digits. */
    public static String hash(String secret) {
        return Sha256.hex(secret);
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
