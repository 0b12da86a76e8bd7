package dev.jackstaff.domain.access.entity;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess: 256 random bits in base64url. */
final class RandomSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private RandomSecret() {}

    static String text() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
