package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import dev.jackstaff.grid.GridNames;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The mailbox of edges in the data grid: usage batches, which each edge keeps until they are acknowledged, and status
 * reports.
 */
@ApplicationScoped
public class EdgeMailbox {
    private static final Duration ACKNOWLEDGEMENT_LIFE = Duration.ofMinutes(10);

    @Inject
    GridMember member;

    @Inject
    GridSealing sealing;

    @SuppressWarnings("NullAway.Init")
    private SealedMap usage;

    @SuppressWarnings("NullAway.Init")
    private SealedMap acknowledgements;

    @SuppressWarnings("NullAway.Init")
    private SealedMap statuses;

    @PostConstruct
    void open() {
        HazelcastInstance grid = member.grid();
        usage = sealing.map(grid, GridNames.USAGE);
        acknowledgements = sealing.map(grid, GridNames.USAGE_ACKNOWLEDGEMENTS);
        statuses = sealing.map(grid, GridNames.EDGES);
    }

    /** Calls back when there is a batch, on a thread that must not be blocked. */
    public void listenForUsage(Runnable callback) {
        usage.addListener(new UsageListener(callback), false);
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
