package dev.jackstaff.edge.fleet;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import java.util.HexFormat;

/** The hash of a served snapshot, by which snapshots of one revision differ. Computed once for each revision. */
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
