package dev.jackstaff.domain.access;

import dev.jackstaff.engine.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret of a session of the pages, which only the cookie of the browser has: 32 random bytes in hexadecimal digits. */
public record SessionCookie(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static SessionCookie generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionCookie(HexFormat.of().formatHex(bytes));
    }

    /** The SHA-256 of the secret, 64 lower-case hexadecimal digits. It is random enough for that to protect it. */
    public String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "SessionCookie[]";
    }
}
