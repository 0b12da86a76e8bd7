package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.engine.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A key as its holder has it: {@code jks_<kind>_} and 32 random bytes in base64url without padding, or what another system
 * issued. So long and random that a plain SHA-256 protects it.
 */
public record Secret(ApiKeyKind kind, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int SHOWN = 6;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 500;
    private static final String OWN = "jks_";

    public static Secret random(ApiKeyKind kind) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(
                kind, beginning(kind) + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * A key that another system issued.
     *
     * @throws IllegalArgumentException where it is none that a request can carry, too short to be random, or looks like one of
     *     ours
     */
    public static Secret issuedElsewhere(ApiKeyKind kind, String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new IllegalArgumentException("must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("must have visible ASCII characters only");
        }
        if (text.startsWith(OWN)) {
            throw new IllegalArgumentException("must not begin as Jackstaff's own keys do, with " + OWN);
        }
        return new Secret(kind, text);
    }

    private static String beginning(ApiKeyKind kind) {
        return OWN + kind.label() + "_";
    }

    /** As much of it as may be shown, to tell keys apart. */
    public String prefix() {
        return text.substring(0, text.startsWith(OWN) ? beginning(kind).length() + SHOWN : SHOWN);
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
