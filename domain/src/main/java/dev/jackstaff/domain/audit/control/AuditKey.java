package dev.jackstaff.domain.audit.control;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that entries of the audit trail are signed with: a secret of the installation, which its database does not know. */
public final class AuditKey {
    /** The least length of a secret, in characters. */
    static final int MIN_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_DIGITS = 16;

    private final String id;
    private final SecretKeySpec key;

    private AuditKey(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.id = sign("jackstaff audit key").substring(0, ID_DIGITS);
    }

    /**
     * The key of a secret.
     *
     * @throws IllegalArgumentException if it is too short
     */
    static AuditKey of(String secret) {
        if (secret.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("a secret must have at least " + MIN_LENGTH + " characters");
        }
        return new AuditKey(secret);
    }

    /** The name of the key, which is derived from the secret and does not give it away. */
    public String id() {
        return id;
    }

    /** The HMAC-SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether a signature is that of a text. */
    boolean matches(String text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "AuditKey[" + id + "]";
    }
}
