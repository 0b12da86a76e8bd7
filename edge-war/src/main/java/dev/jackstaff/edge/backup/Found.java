package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Snapshot;
import java.time.Duration;

/**
 * A snapshot that was kept.
 *
 * @param age since it was last known to be the newest
 */
record Found(Snapshot snapshot, Duration age) {
    Found {
        age = age.isNegative() ? Duration.ZERO : age;
    }

    /**
     * Whether a snapshot's revision says, wherever it is looked at, which one is newer. Those that carry another system's document
     * get their revisions from the edge that fetched it.
     */
    static boolean comparable(Snapshot snapshot) {
        return snapshot.foreign() == null;
    }

    /** The newer one of two of the same environment. */
    Found newer(Found other) {
        return other.follows(this) ? other : this;
    }

    private boolean follows(Found other) {
        if (!snapshot.environmentId().equals(other.snapshot.environmentId())) {
            return snapshot.changedAt().isAfter(other.snapshot.changedAt());
        }
        return comparable(snapshot) ? snapshot.revision() > other.snapshot.revision() : age.compareTo(other.age) < 0;
    }
}
