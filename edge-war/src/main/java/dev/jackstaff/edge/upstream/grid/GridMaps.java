package dev.jackstaff.edge.upstream.grid;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The maps of the hub's data grid, for senders; values are sealed on their way. Call on the edge's own threads (see DaemonThreads). */
public interface GridMaps {
    /**
     * Puts an entry that expires.
     *
     * @return false if no hub is in the data grid
     * @throws com.hazelcast.core.HazelcastException if the data grid does not answer
     */
    boolean put(String map, String key, byte[] value, Duration timeToLive);

    /** Removes an entry and returns its value; null when there is none of ours, or no hub in the data grid. */
    byte @Nullable [] remove(String map, String key);
}
