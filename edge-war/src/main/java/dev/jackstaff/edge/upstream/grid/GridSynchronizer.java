package dev.jackstaff.edge.upstream.grid;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The synchronizer of the served snapshots with those in the data grid. It finds what events did not bring: they can
 * get lost when members join or leave. For one thread.
 */
final class GridSynchronizer {
    static final int HEARTBEATS_UNTIL_REMOVED = 10;

    private final LiveEnvironments environments;
    private final Intake intake;

    /** The number of heartbeats for which each served environment was missing from the grid. */
    private final Map<String, Integer> missedHeartbeats = new HashMap<>();

    private @Nullable Heartbeat lastHeartbeat;

    GridSynchronizer(LiveEnvironments environments, Intake intake) {
        this.environments = environments;
        this.intake = intake;
    }

    /** Applies what is newer in the grid, and confirms what is served by each new heartbeat. */
    void synchronize(GridSnapshots grid) {
        boolean complete = environments.isComplete() || grid.isPublicationComplete();
        Heartbeat heartbeat = grid.heartbeat();
        for (String key : grid.keys()) {
            apply(key, grid.get(key));
        }
        if (heartbeat != null && !heartbeat.equals(lastHeartbeat)) {
            lastHeartbeat = heartbeat;
            applyMissed(grid, heartbeat);
            confirmServed(heartbeat);
        }
        if (complete) {
            intake.markComplete();
        }
    }

    /** Applies snapshots that the near cache missed: an invalidation can get lost. */
    private void applyMissed(GridSnapshots grid, Heartbeat heartbeat) {
        heartbeat.heads().forEach((key, head) -> {
            if (environments.isNewer(key, head) && isBehind(grid.get(key), head)) {
                apply(key, grid.getUncached(key));
            }
        });
    }

    private static boolean isBehind(byte @Nullable [] document, SnapshotHead head) {
        return document == null || SnapshotHead.of(document).precedes(head);
    }

    private void apply(String key, byte @Nullable [] document) {
        if (document != null) {
            intake.apply(key, document);
        }
    }

    /**
     * Confirms the served snapshots by a heartbeat. A missing one is withdrawn only after 10 heartbeats: a map that
     * lost its data looks the same as one without the environment until a hub refills it.
     */
    private void confirmServed(Heartbeat heartbeat) {
        for (String key : environments.environments().keySet()) {
            SnapshotHead newest = heartbeat.heads().get(key);
            if (newest != null) {
                missedHeartbeats.remove(key);
                if (!environments.isNewer(key, newest)) {
                    intake.confirm(key, Duration.ZERO);
                }
            } else if (missedHeartbeats.merge(key, 1, Integer::sum) >= HEARTBEATS_UNTIL_REMOVED) {
                missedHeartbeats.remove(key);
                intake.withdraw(key);
            }
        }
    }
}
