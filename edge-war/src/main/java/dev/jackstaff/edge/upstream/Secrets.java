package dev.jackstaff.edge.upstream;

import dev.jackstaff.engine.snapshot.Credential;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys of other systems as snapshots have them: hashed. */
public final class Secrets {
    private static final int ID_LENGTH = 12;

    private Secrets() {}

    /** The credential of a key; its id is the beginning of its hash. */
    public static Credential credential(String key, Credential.Kind kind) {
        String hash = hash(key);
        return new Credential(hash.substring(0, ID_LENGTH), hash, kind, null);
    }

    private static String hash(String key) {
        try {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
