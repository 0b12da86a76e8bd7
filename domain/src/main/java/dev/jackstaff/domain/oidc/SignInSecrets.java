package dev.jackstaff.domain.oidc;

import dev.jackstaff.engine.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one sign-in, each 32 random bytes in base64url.
 *
 * @param state the name of the sign-in, which the provider sends back (RFC 6749, section 10.12)
 * @param browser the secret in a cookie of the browser that began it
 * @param nonce the value that the ID token repeats
 * @param codeVerifier the proof that whoever redeems the code asked for it (RFC 7636)
 */
public record SignInSecrets(String state, String browser, String nonce, String codeVerifier) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static SignInSecrets generate() {
        return new SignInSecrets(secret(), secret(), secret(), secret());
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The SHA-256 of a secret, under which it is stored. */
    public static String hash(String secret) {
        return Sha256.hex(secret);
    }

    /** The challenge that the provider checks the verifier against (RFC 7636, section 4.2). */
    public String codeChallenge() {
        try {
            return encoded(
                    MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SignInSecrets[]";
    }
}
