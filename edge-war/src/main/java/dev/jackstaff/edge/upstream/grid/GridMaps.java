package dev.jackstaff.edge.upstream.grid;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The maps of the hub's data grid, for those who have something to tell the hub. To be called on threads that are nobody's: what
 * a thread of an application makes in the data grid is bound to that application by the server.
 */
public interface GridMaps {
    /**
     * Puts something there for a time.
     *
     * @return false where no hub is in the data grid
     * @throws com.hazelcast.core.HazelcastException where the data grid does not answer
     */
    boolean put(String map, String key, byte[] value, Duration life);

    /** Takes something away; null where it is not there, or where no hub is in the data grid. */
    @Nullable
    Object remove(String map, String key);
}
