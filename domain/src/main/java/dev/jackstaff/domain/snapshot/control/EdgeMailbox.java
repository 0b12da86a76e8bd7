package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import dev.jackstaff.engine.GridNames;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the edges in the data grid put there for the hub: batches of usage, which each edge keeps until they are acknowledged,
 * and what they say of themselves.
 */
@ApplicationScoped
public class EdgeMailbox {
    private static final Duration ACKNOWLEDGEMENT_LIFE = Duration.ofMinutes(10);

    @Inject
    DataGrid grid;

    @SuppressWarnings("NullAway.Init")
    private IMap<String, byte[]> usage;

    @SuppressWarnings("NullAway.Init")
    private IMap<String, String> acknowledgements;

    @SuppressWarnings("NullAway.Init")
    private IMap<String, byte[]> statuses;

    private @Nullable UUID listener;

    @PostConstruct
    void open() {
        HazelcastInstance opened =
                grid.openMaps(List.of(GridNames.USAGE, GridNames.USAGE_ACKNOWLEDGEMENTS, GridNames.EDGES));
        usage = opened.getMap(GridNames.USAGE);
        acknowledgements = opened.getMap(GridNames.USAGE_ACKNOWLEDGEMENTS);
        statuses = opened.getMap(GridNames.EDGES);
    }

    @PreDestroy
    void close() {
        if (listener != null) {
            usage.removeEntryListener(listener);
        }
    }

    /** Calls back when there is a batch, on a thread that should not be kept long. */
    public void listenForUsage(Runnable callback) {
        listener = usage.addEntryListener(new UsageListener(callback), false);
    }

    /** The keys of the batches that wait. */
    public Set<String> pendingBatches() {
        return Set.copyOf(usage.keySet());
    }

    /** A batch; null where it is gone. */
    public byte @Nullable [] batch(String key) {
        return usage.get(key);
    }

    /** Tells the edge what became of a batch. */
    public void acknowledge(String key, boolean taken) {
        String acknowledgement = taken ? GridNames.ACCEPTED : GridNames.REFUSED;
        acknowledgements.set(key, acknowledgement, ACKNOWLEDGEMENT_LIFE.toMillis(), TimeUnit.MILLISECONDS);
        usage.delete(key);
    }

    /** What edges say of themselves. */
    public Collection<byte[]> statuses() {
        return statuses.values();
    }

    private record UsageListener(Runnable callback)
            implements EntryAddedListener<String, byte[]>, EntryUpdatedListener<String, byte[]> {
        @Override
        public void entryAdded(EntryEvent<String, byte[]> event) {
            callback.run();
        }

        @Override
        public void entryUpdated(EntryEvent<String, byte[]> event) {
            callback.run();
        }
    }
}
