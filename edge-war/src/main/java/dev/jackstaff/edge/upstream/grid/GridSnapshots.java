package dev.jackstaff.edge.upstream.grid;

import dev.jackstaff.engine.snapshot.Heartbeat;
import org.jspecify.annotations.Nullable;

/** The snapshots in the hub's data grid, and what the hub says of them. What was not sealed by a hub is absent. */
interface GridSnapshots {
    /** The snapshot of an environment, perhaps from the near cache; null when there is none. */
    byte @Nullable [] get(String key);

    /** The snapshot as its owning member holds it, past the near cache; null when there is none. */
    byte @Nullable [] getUncached(String key);

    /** The hub's last heartbeat; null before the first. */
    @Nullable
    Heartbeat heartbeat();
}
