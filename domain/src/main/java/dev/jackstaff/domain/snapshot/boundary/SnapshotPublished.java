package dev.jackstaff.domain.snapshot.boundary;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;

/**
 * The grid has a new snapshot of an environment, put there by this hub or another. An event, fired once per snapshot seen, on
 * a thread that should not be kept long.
 */
public final class SnapshotPublished {
    private final byte[] document;

    public SnapshotPublished(byte[] document) {
        this.document = document.clone();
    }

    /** The snapshot, read from its document at each call. */
    public Snapshot snapshot() {
        return SnapshotReader.read(document);
    }
}
