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
 * The mailbox of edges in the data grid: usage batches, which each edge keeps until they are acknowledged, and status
 * reports.
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

    /** Calls back when there is a batch, on a thread that must not be blocked. */
    public void listenForUsage(Runnable callback) {
        listener = usage.addEntryListener(new UsageListener(callback), false);
    }

    /** The keys of pending batches. */
    public Set<String> pendingBatches() {
        return Set.copyOf(usage.keySet());
    }

    /** A batch; null if it is gone. */
    public byte @Nullable [] batch(String key) {
        return usage.get(key);
    }

    /** Acknowledges a batch to its edge, as accepted or refused, and removes it. */
    public void acknowledge(String key, boolean accepted) {
        String acknowledgement = accepted ? GridNames.ACCEPTED : GridNames.REFUSED;
        acknowledgements.set(key, acknowledgement, ACKNOWLEDGEMENT_LIFE.toMillis(), TimeUnit.MILLISECONDS);
        usage.delete(key);
    }

    /** The status reports of edges. */
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
