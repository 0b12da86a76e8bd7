package dev.jackstaff.edge.upstream.grid;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The synchronizer of the served snapshots with those in the data grid. It finds what events did not bring: they can
 * get lost when members join or leave. Only the hub's heartbeats say what there is: whatever else appears in the grid or
 * disappears from it may be the work of somebody else. For one thread, but for {@link #heardWithin}.
 */
final class GridSynchronizer {
    static final int HEARTBEATS_UNTIL_REMOVED = 10;

    /** How far the clocks of hubs may differ: an older heartbeat is a copy that somebody puts back. */
    static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofSeconds(30);

    /** How long a removal is remembered: every hub's heartbeats say by then whether it was a hub's. */
    private static final Duration REMOVAL_MEMORY = Duration.ofSeconds(5);

    private final LiveEnvironments environments;
    private final Intake intake;
    private final LongSupplier nanoTime;

    /** The number of heartbeats for which each served environment was missing. */
    private final Map<String, Integer> missedHeartbeats = new HashMap<>();

    /** When environments were removed from the grid. Heartbeats say whether they are there no longer. */
    private final Map<String, Long> removals = new HashMap<>();

    private @Nullable Heartbeat lastHeartbeat;
    private Instant newestMoment = Instant.EPOCH;
    private volatile @Nullable Long heardNanos;

    GridSynchronizer(LiveEnvironments environments, Intake intake, LongSupplier nanoTime) {
        this.environments = environments;
        this.intake = intake;
        this.nanoTime = nanoTime;
    }

    /** Whether a hub sent a heartbeat within a time. */
    boolean heardWithin(Duration limit) {
        Long heard = heardNanos;
        return heard != null && nanoTime.getAsLong() - heard <= limit.toNanos();
    }

    /** Records that an environment was removed from the grid, by whomever. */
    void recordRemoval(String key) {
        removals.put(key, nanoTime.getAsLong());
    }

    /** Applies what the heartbeat names and is newer, and confirms what is served by each new heartbeat. */
    void synchronize(GridSnapshots grid) {
        Heartbeat heartbeat = grid.heartbeat();
        if (heartbeat == null || isOutdated(heartbeat)) {
            return;
        }
        boolean complete = applyNewer(grid, heartbeat);
        if (!heartbeat.equals(lastHeartbeat)) {
            lastHeartbeat = heartbeat;
            newestMoment = heartbeat.moment().isAfter(newestMoment) ? heartbeat.moment() : newestMoment;
            heardNanos = nanoTime.getAsLong();
            confirmServed(heartbeat);
        }
        if (complete) {
            intake.markComplete();
        }
    }

    private boolean isOutdated(Heartbeat heartbeat) {
        return heartbeat.moment().isBefore(newestMoment.minus(MAX_CLOCK_DIFFERENCE));
    }

    /** Applies the snapshots that the heartbeat names and this edge does not have; returns whether all were in the grid. */
    private boolean applyNewer(GridSnapshots grid, Heartbeat heartbeat) {
        boolean complete = true;
        for (Map.Entry<String, SnapshotHead> named : heartbeat.heads().entrySet()) {
            if (environments.isNewer(named.getKey(), named.getValue())) {
                complete &= apply(grid, named.getKey(), named.getValue());
            }
        }
        return complete;
    }

    /** Applies a snapshot, past the near cache if that missed it: an invalidation can get lost. */
    private boolean apply(GridSnapshots grid, String key, SnapshotHead head) {
        byte[] document = grid.get(key);
        if (document == null || SnapshotHead.of(document).precedes(head)) {
            document = grid.getUncached(key);
        }
        if (document == null) {
            return false;
        }
        intake.apply(key, document);
        return true;
    }

    /**
     * Confirms the served snapshots by a heartbeat. A missing one is withdrawn at once if it was removed from the grid,
     * and otherwise after 10 heartbeats: another hub may not know it yet.
     */
    private void confirmServed(Heartbeat heartbeat) {
        long now = nanoTime.getAsLong();
        removals.values().removeIf(at -> now - at > REMOVAL_MEMORY.toNanos());
        for (String key : environments.environments().keySet()) {
            SnapshotHead newest = heartbeat.heads().get(key);
            if (newest != null) {
                missedHeartbeats.remove(key);
                intake.confirm(key, newest, Duration.ZERO);
            } else if (removals.containsKey(key)
                    || missedHeartbeats.merge(key, 1, Integer::sum) >= HEARTBEATS_UNTIL_REMOVED) {
                missedHeartbeats.remove(key);
                intake.withdraw(key);
            }
        }
    }
}
