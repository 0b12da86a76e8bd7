package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.core.EntryView;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import dev.jackstaff.engine.GridNames;
import dev.jackstaff.engine.snapshot.Heartbeat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The snapshots in the maps of a data grid that this edge has joined. */
record HazelcastSnapshots(HazelcastInstance hazelcast) implements GridSnapshots {
    IMap<String, byte[]> map() {
        return hazelcast.getMap(GridNames.SNAPSHOTS);
    }

    IMap<String, Object> publication() {
        return hazelcast.getMap(GridNames.PUBLICATION);
    }

    @Override
    public Set<String> keys() {
        return map().keySet();
    }

    @Override
    public byte @Nullable [] get(String key) {
        return map().get(key);
    }

    @Override
    public byte @Nullable [] getUncached(String key) {
        EntryView<String, byte[]> entry = map().getEntryView(key);
        return entry == null ? null : entry.getValue();
    }

    @Override
    public @Nullable Heartbeat heartbeat() {
        Object text = publication().get(GridNames.HEARTBEAT);
        return text == null ? null : Heartbeat.parse(text.toString());
    }

    @Override
    public boolean isPublicationComplete() {
        return publication().containsKey(GridNames.COMPLETE);
    }
}
