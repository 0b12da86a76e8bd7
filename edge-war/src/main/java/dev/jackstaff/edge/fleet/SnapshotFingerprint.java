package dev.jackstaff.edge.fleet;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import java.util.HexFormat;

/** What tells two snapshots of one revision apart: a hash of the document, made once for each revision. */
record SnapshotFingerprint(String hash) {
    private static final int BYTES = 16;

    static String of(ServedEnvironment environment) {
        return environment
                .view(SnapshotFingerprint.class, SnapshotFingerprint::compute)
                .hash();
    }

    private static SnapshotFingerprint compute(ServedEnvironment environment) {
        byte[] digest = Sha256.of(SnapshotWriter.write(environment.snapshot()));
        return new SnapshotFingerprint(HexFormat.of().formatHex(digest, 0, BYTES));
    }
}
