package dev.jackstaff.grid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The seal of values in the data grid: whoever has no secret of the installation can neither read nor forge a value, nor
 * move one to another map or key. Thread-safe.
 *
 * <p>A sealed value is the format (1 byte, {@value #FORMAT}), the id of the key (4 bytes), a random nonce (12 bytes), and
 * the value encrypted with AES-256-GCM, with its tag of 16 bytes. The names of map and key are authenticated with it. The
 * first secret seals; every secret unseals, so that secrets can be replaced one member at a time.
 */
public final class GridSeal {
    /** The least length of a secret, in characters. */
    public static final int MIN_SECRET_LENGTH = 32;

    private static final byte FORMAT = 1;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEADER_BYTES = 1 + Integer.BYTES + NONCE_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SealingKey> keys;

    private GridSeal(List<SealingKey> keys) {
        this.keys = keys;
    }

    /**
     * The seal of an installation.
     *
     * @param secrets one or more secrets, separated by commas
     * @throws IllegalArgumentException if there is none, or one is too short; the message has no secret in it
     */
    public static GridSeal of(String secrets) {
        List<String> all = Arrays.stream(secrets.split(",", -1))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("the secret of the data grid is not set");
        }
        if (all.stream().anyMatch(secret -> secret.length() < MIN_SECRET_LENGTH)) {
            throw new IllegalArgumentException(
                    "a secret of the data grid must have at least " + MIN_SECRET_LENGTH + " characters");
        }
        return new GridSeal(all.stream().map(SealingKey::of).toList());
    }

    /** The value sealed for an entry of a map. */
    public byte[] seal(String map, String key, byte[] value) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        SealingKey sealing = keys.get(0);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, sealing, nonce, map, key).doFinal(value);
            return ByteBuffer.allocate(HEADER_BYTES + encrypted.length)
                    .put(FORMAT)
                    .putInt(sealing.id())
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + CIPHER, impossible);
        }
    }

    /** The value of an entry of a map; empty if what is there was not sealed for it with a known secret. */
    public Optional<byte[]> unseal(String map, String key, @Nullable Object sealed) {
        if (!(sealed instanceof byte[] bytes) || bytes.length < HEADER_BYTES + TAG_BYTES || bytes[0] != FORMAT) {
            return Optional.empty();
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        byte[] nonce = Arrays.copyOfRange(bytes, 1 + Integer.BYTES, HEADER_BYTES);
        return keys.stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .flatMap(candidate -> decrypt(candidate, nonce, bytes, map, key));
    }

    private static Optional<byte[]> decrypt(SealingKey unsealing, byte[] nonce, byte[] bytes, String map, String key) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, unsealing, nonce, map, key)
                    .doFinal(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES));
        } catch (GeneralSecurityException forged) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SealingKey sealing, byte[] nonce, String map, String key)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, sealing.cipherKey(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(new byte[] {FORMAT});
        cipher.updateAAD((map + '\n' + key).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
