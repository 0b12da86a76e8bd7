package dev.jackstaff.domain.access.control;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashing: {@code pbkdf2-sha512$iterations$salt$hash}, by PBKDF2 (RFC 8018, section 5.2) with HMAC-SHA-512 and
 * a random salt each.
 */
final class PasswordHash {
    /** The number that OWASP recommends for HMAC-SHA-512 (Password Storage Cheat Sheet). */
    private static final int ITERATIONS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A hash that no user has. It is checked for unknown users, so that they take as long as known ones. */
    static final String DUMMY_HASH = of("");

    private PasswordHash() {}

    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return SCHEME + "$" + ITERATIONS + "$" + encode(salt) + "$" + encode(hash(password, salt, ITERATIONS));
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
        PBEKeySpec specification = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(specification)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has PBKDF2 with HMAC-SHA-512", impossible);
        } finally {
            specification.clearPassword();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
