package dev.jackstaff.edge.fleet;

import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.ServedEnvironment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells two snapshots of one revision apart: a hash of the document, made once for each revision. */
record Fingerprint(String hash) {
    private static final int CHARACTERS = 32;

    static String of(ServedEnvironment environment) {
        return environment.view(Fingerprint.class, Fingerprint::made).hash();
    }

    private static Fingerprint made(ServedEnvironment environment) {
        try {
            byte[] document = SnapshotWriter.write(environment.snapshot());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
            return new Fingerprint(HexFormat.of().formatHex(digest).substring(0, CHARACTERS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
