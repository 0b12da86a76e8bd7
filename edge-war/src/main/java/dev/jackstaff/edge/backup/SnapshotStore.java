package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * A place where the newest snapshot of each environment is kept. What fails is told by {@link #failureReason} and tried again; nothing
 * is thrown.
 */
interface SnapshotStore {
    /** What people call it, in one word. */
    String name();

    /**
     * Gives what was kept of an origin, and keeps what is served of it from now on. Called once, before all else.
     *
     * @return whole, ours, and not older than what was kept last; of the rest the log says why it is refused
     */
    List<RestoredSnapshot> load(String origin);

    /** Keeps a snapshot soon. */
    void store(Snapshot snapshot);

    /** Keeps a snapshot that takes keys away, before this returns where that can be had at all. */
    void storeNow(Snapshot snapshot);

    /** Forgets an environment's snapshot. */
    void delete(String environment);

    /** Why snapshots cannot be kept there at the moment; empty where they can. */
    Optional<String> failureReason();

    /** How often something could not be kept there since the start of this process. */
    long failureCount();

    /** Keeps what is left to be kept, and ends. */
    void stop();
}
