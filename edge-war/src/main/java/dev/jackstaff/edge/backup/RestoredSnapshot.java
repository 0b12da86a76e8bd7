package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Snapshot;
import java.time.Duration;

/**
 * A snapshot read from a backup.
 *
 * @param age the time since it was last confirmed as the newest
 */
record RestoredSnapshot(Snapshot snapshot, Duration age) {
    RestoredSnapshot {
        age = age.isNegative() ? Duration.ZERO : age;
    }

    /**
     * Whether the revision tells on every edge which snapshot is newer. Revisions of snapshots with a foreign document
     * are given by the edge that fetched it.
     */
    static boolean hasComparableRevision(Snapshot snapshot) {
        return snapshot.foreign() == null;
    }

    /** The newer of two snapshots of one environment. */
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
