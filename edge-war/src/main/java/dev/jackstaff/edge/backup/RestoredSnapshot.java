package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Snapshot;
import java.time.Duration;

/**
 * A snapshot that was kept.
 *
 * @param age since it was last known to be the newest
 */
record RestoredSnapshot(Snapshot snapshot, Duration age) {
    RestoredSnapshot {
        age = age.isNegative() ? Duration.ZERO : age;
    }

    /**
     * Whether a snapshot's revision says, wherever it is looked at, which one is newer. Those that carry another system's document
     * get their revisions from the edge that fetched it.
     */
    static boolean hasComparableRevision(Snapshot snapshot) {
        return snapshot.foreign() == null;
    }

    /** The newer one of two of the same environment. */
    RestoredSnapshot newerOf(RestoredSnapshot other) {
        return other.isNewerThan(this) ? other : this;
    }

    private boolean isNewerThan(RestoredSnapshot other) {
        if (!snapshot.environmentId().equals(other.snapshot.environmentId())) {
            return snapshot.changedAt().isAfter(other.snapshot.changedAt());
        }
        return hasComparableRevision(snapshot)
                ? snapshot.revision() > other.snapshot.revision()
                : age.compareTo(other.age) < 0;
    }
}
