package dev.jackstaff.edge;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.grid.GridMemberConfig;
import dev.jackstaff.grid.GridNames;
import dev.jackstaff.grid.GridSeal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The hub's data grid member in tests, which holds the snapshots. */
final class HubGridMember implements AutoCloseable {
    private static final GridSeal SEAL = GridSeal.of(System.getProperty("grid.secret", ""));

    private final HazelcastInstance hazelcast;

    private HubGridMember(HazelcastInstance hazelcast) {
        this.hazelcast = hazelcast;
    }

    static HubGridMember start() {
        int port = Integer.getInteger("grid.member.port", 0);
        GridMemberConfig config = new GridMemberConfig("edge-it", "127.0.0.1", port, List.of("127.0.0.1:" + port));
        return new HubGridMember(Hazelcast.newHazelcastInstance(config.forHub()));
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
        hazelcast.getMap(map).set(key, SEAL.seal(map, key, value));
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
