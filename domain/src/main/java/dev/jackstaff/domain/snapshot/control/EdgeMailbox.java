package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import dev.jackstaff.engine.GridNames;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    @Inject
    GridSealing sealing;

    @SuppressWarnings("NullAway.Init")
    private SealedMap usage;

    @SuppressWarnings("NullAway.Init")
    private SealedMap acknowledgements;

    @SuppressWarnings("NullAway.Init")
    private SealedMap statuses;

    private @Nullable UUID listener;

    @PostConstruct
    void open() {
        HazelcastInstance opened =
                grid.openMaps(List.of(GridNames.USAGE, GridNames.USAGE_ACKNOWLEDGEMENTS, GridNames.EDGES));
        usage = sealing.map(opened, GridNames.USAGE);
        acknowledgements = sealing.map(opened, GridNames.USAGE_ACKNOWLEDGEMENTS);
        statuses = sealing.map(opened, GridNames.EDGES);
    }

    @PreDestroy
    void close() {
        if (listener != null) {
            usage.removeListener(listener);
        }
    }

    /** Calls back when there is a batch, on a thread that must not be blocked. */
    public void listenForUsage(Runnable callback) {
        listener = usage.addListener(new UsageListener(callback), false);
    }

    /** The keys of pending batches. */
    public Set<String> pendingBatches() {
        return usage.keys();
    }

    /** A batch; empty if it is gone or refused. */
    public Optional<byte[]> batch(String key) {
        return usage.getOrDiscard(key);
    }

    /** Acknowledges a batch to its edge, as accepted or refused, and removes it. */
    public void acknowledge(String key, boolean accepted) {
        String acknowledgement = accepted ? GridNames.ACCEPTED : GridNames.REFUSED;
        acknowledgements.set(key, acknowledgement.getBytes(StandardCharsets.UTF_8), ACKNOWLEDGEMENT_LIFE);
        usage.delete(key);
    }

    /** The status reports of edges. */
    public List<byte[]> statuses() {
        return statuses.keys().stream()
                .map(statuses::getOrDiscard)
                .flatMap(Optional::stream)
                .toList();
    }

    private record UsageListener(Runnable callback)
            implements EntryAddedListener<Object, Object>, EntryUpdatedListener<Object, Object> {
        @Override
        public void entryAdded(EntryEvent<Object, Object> event) {
            callback.run();
        }

        @Override
        public void entryUpdated(EntryEvent<Object, Object> event) {
            callback.run();
        }
    }
}
