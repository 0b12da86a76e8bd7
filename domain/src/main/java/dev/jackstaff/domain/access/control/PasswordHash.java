package dev.jackstaff.domain.access.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Password hashing: {@code pbkdf2-sha512$iterations$salt$hash}, by PBKDF2 (RFC 8018, section 5.2) with HMAC-SHA-512 and
 * a random salt each.
 */
final class PasswordHash {
    /** The number that OWASP recommends for HMAC-SHA-512 (Password Storage Cheat Sheet). */
    private static final int ITERATIONS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A hash that no password has. It is checked for unknown users, so that they take as long as known ones.
     */
    static final String DUMMY_HASH = format(new byte[SALT_BYTES], new byte[HASH_BYTES]);

    private PasswordHash() {}

    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return format(salt, hash(password, salt, ITERATIONS));
    }

    private static String format(byte[] salt, byte[] hash) {
        return SCHEME + "$" + ITERATIONS + "$" + encode(salt) + "$" + encode(hash);
    }

    /** Whether this is the hash of a password; takes the same time for every answer. */
    static boolean matches(String hash, String password) {
        String[] parts = hash.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("a password hash of an unknown scheme");
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(expected, hash(password, salt, Integer.parseInt(parts[1])));
    }

    private static byte[] hash(String password, byte[] salt, int iterations) {
        return Pbkdf2Sha512.derive(password.getBytes(StandardCharsets.UTF_8), salt, iterations);
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
