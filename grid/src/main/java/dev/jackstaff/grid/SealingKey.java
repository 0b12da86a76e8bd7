package dev.jackstaff.grid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that values are sealed with, derived from a secret of the installation with HKDF-SHA256 (RFC 5869).
 *
 * @param id the first four bytes of a second derived text: it tells which key a value is sealed with, and nothing else
 */
record SealingKey(int id, SecretKey cipherKey) {
    private static final String MAC = "HmacSHA256";
    private static final byte[] SALT = ascii("jackstaff data grid");
    private static final byte FIRST_BLOCK = 1;

    static SealingKey of(String secret) {
        byte[] pseudorandom = hmac(SALT, secret.getBytes(StandardCharsets.UTF_8));
        int id = ByteBuffer.wrap(expand(pseudorandom, "key id")).getInt();
        return new SealingKey(id, new SecretKeySpec(expand(pseudorandom, "aes-256-gcm"), "AES"));
    }

    /** The first 32 bytes of HKDF's output. */
    private static byte[] expand(byte[] pseudorandom, String purpose) {
        byte[] info = ascii(purpose);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = FIRST_BLOCK;
        return hmac(pseudorandom, block);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + MAC, impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
