package dev.jackstaff.domain.snapshot;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;

/**
 * Event: the grid holds a new snapshot of an environment, from this hub or another. Fired once per snapshot seen;
 * observers must not block the thread.
 */
public final class SnapshotPublished {
    private final byte[] document;

    public SnapshotPublished(byte[] document) {
        this.document = document.clone();
    }

    /** The snapshot, parsed from its document at each call. */
    public Snapshot snapshot() {
        return SnapshotReader.read(document);
    }
}
