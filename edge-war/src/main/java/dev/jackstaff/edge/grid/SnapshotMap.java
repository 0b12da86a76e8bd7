package dev.jackstaff.edge.grid;

import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.InvalidConfigurationException;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.NearCacheConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The cluster's map of snapshot documents, key {@code project/environment}, with a near cache on this member. The near cache
 * must be configured before the map is first used.
 */
final class SnapshotMap {
    static final String NAME = "jackstaff.snapshots";

    private static final Logger LOG = Logger.getLogger(SnapshotMap.class.getName());

    private SnapshotMap() {}

    static IMap<String, byte[]> of(HazelcastInstance hazelcast) {
        try {
            hazelcast.getConfig().addMapConfig(new MapConfig(NAME).setNearCacheConfig(nearCache()));
        } catch (InvalidConfigurationException known) {
            LOG.log(Level.INFO, "The cluster already configures {0} its own way; that holds.", NAME);
        }
        return hazelcast.getMap(NAME);
    }

    private static NearCacheConfig nearCache() {
        return new NearCacheConfig(NAME)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setInvalidateOnChange(true)
                .setEvictionConfig(new EvictionConfig().setEvictionPolicy(EvictionPolicy.NONE));
    }
}
