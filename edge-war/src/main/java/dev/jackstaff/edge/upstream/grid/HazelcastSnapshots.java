package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.core.EntryView;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.grid.GridNames;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The snapshots in the maps of a data grid that this edge has joined. */
record HazelcastSnapshots(HazelcastInstance hazelcast, SealedValues values) implements GridSnapshots {
    IMap<String, Object> map() {
        return hazelcast.getMap(GridNames.SNAPSHOTS);
    }

    IMap<String, Object> publication() {
        return hazelcast.getMap(GridNames.PUBLICATION);
    }

    @Override
    public byte @Nullable [] get(String key) {
        return values.get(map(), key);
    }

    @Override
    public byte @Nullable [] getUncached(String key) {
        return values.read(GridNames.SNAPSHOTS, key, () -> {
            EntryView<String, Object> entry = map().getEntryView(key);
            return entry == null ? null : entry.getValue();
        });
    }

    @Override
    public @Nullable Heartbeat heartbeat() {
        byte[] text = values.get(publication(), GridNames.HEARTBEAT);
        return text == null ? null : Heartbeat.parse(new String(text, StandardCharsets.UTF_8));
    }
}
