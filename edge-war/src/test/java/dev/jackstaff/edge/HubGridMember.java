package dev.jackstaff.edge;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import dev.jackstaff.engine.GridNames;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotWriter;

/** The hub's data grid member in tests, which holds the snapshots. */
final class HubGridMember implements AutoCloseable {
    private final HazelcastInstance hazelcast;

    private HubGridMember(HazelcastInstance hazelcast) {
        this.hazelcast = hazelcast;
    }

    static HubGridMember start() {
        Config config = new Config();
        config.setClusterName("edge-it");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.map.invalidation.batch.enabled", "false");
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
        config.setProperty("hazelcast.logging.type", "jdk");
        config.getNetworkConfig().setPort(Integer.getInteger("grid.member.port", 0));
        config.getNetworkConfig().setPortAutoIncrement(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + Integer.getInteger("grid.member.port", 0));
        return new HubGridMember(Hazelcast.newHazelcastInstance(config));
    }

    void publish(Snapshot snapshot) {
        snapshotMap().put(snapshot.key(), SnapshotWriter.write(snapshot));
        hazelcast.getMap(GridNames.PUBLICATION).put(GridNames.COMPLETE, true);
    }

    IMap<String, byte[]> snapshotMap() {
        return hazelcast.getMap(GridNames.SNAPSHOTS);
    }

    @Override
    public void close() {
        hazelcast.getLifecycleService().terminate();
    }
}
