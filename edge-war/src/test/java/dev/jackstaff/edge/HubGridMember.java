package dev.jackstaff.edge;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import dev.jackstaff.engine.GridNames;
import dev.jackstaff.engine.grid.GridSeal;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** The hub's data grid member in tests, which holds the snapshots. */
final class HubGridMember implements AutoCloseable {
    private static final GridSeal SEAL = GridSeal.of(System.getProperty("grid.secret", ""));

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
        put(GridNames.SNAPSHOTS, snapshot.key(), SnapshotWriter.write(snapshot));
        sendHeartbeat(Map.of(snapshot.key(), SnapshotHead.of(snapshot)));
    }

    void sendHeartbeat(Map<String, SnapshotHead> heads) {
        Heartbeat heartbeat = new Heartbeat(Instant.now(), heads);
        put(GridNames.PUBLICATION, GridNames.HEARTBEAT, heartbeat.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a value, sealed as a hub seals it. */
    void put(String map, String key, byte[] value) {
        hazelcast.getMap(map).put(key, SEAL.seal(map, key, value));
    }

    /** The map of snapshots, for somebody who does not know the secret. */
    IMap<Object, Object> snapshotMap() {
        return hazelcast.getMap(GridNames.SNAPSHOTS);
    }

    @Override
    public void close() {
        hazelcast.getLifecycleService().terminate();
    }
}
