package dev.jackstaff.edge.fleet;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.ServedEnvironment;
import java.util.HexFormat;

/** What tells two snapshots of one revision apart: a hash of the document, made once for each revision. */
record Fingerprint(String hash) {
    private static final int BYTES = 16;

    static String of(ServedEnvironment environment) {
        return environment.view(Fingerprint.class, Fingerprint::made).hash();
    }

    private static Fingerprint made(ServedEnvironment environment) {
        byte[] digest = Sha256.of(SnapshotWriter.write(environment.snapshot()));
        return new Fingerprint(HexFormat.of().formatHex(digest, 0, BYTES));
    }
}
