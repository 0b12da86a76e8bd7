package dev.jackstaff.edge.backup;

import dev.jackstaff.background.Outage;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.util.List;

/**
 * A store for the newest snapshot of each environment. Failures are reported by {@link #outage} and retried; no method
 * throws.
 */
interface SnapshotStore {
    /** The store's name in metrics, one word. */
    String name();

    /**
     * Loads what is stored of an origin, and stores what is served of it from now on. Called once, first.
     *
     * @return the valid snapshots of this origin, none older than what was stored last; each refused one is logged with
     *     its reason
     */
    List<RestoredSnapshot> load(String origin);

    /** Stores a snapshot soon. */
    void store(Snapshot snapshot);

    /** Stores a snapshot that revokes keys, before this returns if the store is available. */
    void storeNow(Snapshot snapshot);

    /** Deletes an environment's snapshot. */
    void delete(String environment);

    /** Whether this store fails at the moment, and why. */
    Outage outage();

    /** Stores what is pending, and stops. */
    void stop();
}
