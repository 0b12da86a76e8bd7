package dev.jackstaff.edge.grid;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings snapshots from the cluster to the live environments: at once by the map's events, and by comparing now and then,
 * because an event can get lost while members come and go. Whatever fails here, the last good snapshots go on answering.
 */
@ApplicationScoped
public class GridUpstream {
    private static final Duration COMPARE_INTERVAL = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(GridUpstream.class.getName());

    @Resource(lookup = "payara/Hazelcast")
    HazelcastInstance hazelcast;

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    LiveEnvironments environments;

    private final Map<String, Long> refused = new ConcurrentHashMap<>();
    private @Nullable IMap<String, byte[]> snapshots;
    private @Nullable UUID listener;
    private @Nullable Future<?> comparing;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        IMap<String, byte[]> map = SnapshotMap.of(hazelcast);
        snapshots = map;
        listener = map.addEntryListener(new Listener(), true);
        comparing = scheduler.scheduleWithFixedDelay(
                () -> compare(map), 0, COMPARE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (comparing != null) {
            comparing.cancel(true);
        }
        try {
            if (snapshots != null && listener != null) {
                snapshots.removeEntryListener(listener);
            }
        } catch (HazelcastInstanceNotActiveException gone) {
            LOG.log(Level.FINE, "The data grid stopped first.", gone);
        }
    }

    /**
     * Takes from the map what is newer than what is served. What is missing there is kept: a map that lost its data with the
     * last hub looks the same as one from which an environment was removed.
     */
    private void compare(IMap<String, byte[]> map) {
        try {
            for (String key : map.keySet()) {
                byte[] document = map.get(key);
                if (document != null) {
                    take(key, document);
                }
            }
        } catch (HazelcastException | IllegalStateException unreachable) {
            LOG.log(Level.FINE, "The data grid does not answer; the last snapshots are served on.", unreachable);
        }
    }

    private void take(String key, byte[] document) {
        try {
            long revision = SnapshotReader.revision(document);
            if (!environments.isNews(key, revision) || Long.valueOf(revision).equals(refused.get(key))) {
                return;
            }
            Snapshot snapshot = SnapshotReader.read(document);
            if (environments.serve(snapshot)) {
                LOG.log(Level.INFO, "Serving {0} at revision {1}.", new Object[] {key, Long.toString(revision)});
                report(key);
            }
        } catch (DocumentException broken) {
            refuse(key, document, broken);
        }
    }

    private void report(String key) {
        var environment = environments.environment(key);
        if (environment != null) {
            environment
                    .flags()
                    .problems()
                    .forEach(problem ->
                            LOG.log(Level.WARNING, "Flag {0} of {1} cannot be evaluated: {2}.", new Object[] {
                                problem.flag(), key, problem.sentence()
                            }));
        }
    }

    /** Says once for each revision that it is not served. */
    private void refuse(String key, byte[] document, DocumentException broken) {
        long revision = -1;
        try {
            revision = SnapshotReader.revision(document);
        } catch (DocumentException headless) {
            LOG.log(Level.FINE, "Not even the head can be read.", headless);
        }
        Long before = refused.put(key, revision);
        if (before == null || before != revision) {
            LOG.log(Level.SEVERE, "A snapshot of " + key + " is refused; the last good one is served on.", broken);
        }
    }

    /** Hands every event over at once: compiling does not belong on the data grid's own threads. */
    private final class Listener
            implements EntryAddedListener<String, byte[]>,
                    EntryUpdatedListener<String, byte[]>,
                    EntryRemovedListener<String, byte[]> {
        @Override
        public void entryAdded(EntryEvent<String, byte[]> event) {
            arrived(event);
        }

        @Override
        public void entryUpdated(EntryEvent<String, byte[]> event) {
            arrived(event);
        }

        @Override
        public void entryRemoved(EntryEvent<String, byte[]> event) {
            LOG.log(Level.INFO, "{0} was removed and is served no longer.", event.getKey());
            environments.withdraw(event.getKey());
        }

        private void arrived(EntryEvent<String, byte[]> event) {
            executor.execute(() -> take(event.getKey(), event.getValue()));
        }
    }
}
