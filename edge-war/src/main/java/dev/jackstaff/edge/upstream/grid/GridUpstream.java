package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import com.hazelcast.nearcache.NearCacheStats;
import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.cacheaside.NearCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings snapshots from the cluster to the live environments: at once by the map's events, and by comparing now and then,
 * because an event can get lost while members come and go. Whatever fails here, the last good snapshots go on answering.
 */
@ApplicationScoped
public class GridUpstream implements Upstream, NearCache, GridMaps {
    private static final Duration COMPARE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(30);
    private static final int BEATS_UNTIL_GONE = 10;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(GridUpstream.class.getName());

    @Inject
    GridMember member;

    @Inject
    LiveEnvironments environments;

    @Inject
    Intake intake;

    @Inject
    Failures failures;

    /** For how many heartbeats each environment that is served has been missing from the grid. */
    private final Map<String, Integer> missing = new HashMap<>();

    private @Nullable Heartbeat heartbeat;

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> Daemon.thread("jackstaff-grid", task));
    private volatile @Nullable HazelcastInstance hazelcast;
    private Duration patience = COMPARE_INTERVAL;
    private Instant nextJoin = Instant.EPOCH;

    @Override
    public String kind() {
        return "grid";
    }

    @Override
    public String address() {
        return member.address();
    }

    @Override
    public String origin() {
        return kind() + " " + member.cluster();
    }

    @Override
    public boolean connected() {
        HazelcastInstance joined = hazelcast;
        try {
            return joined != null && joined.getLifecycleService().isRunning() && holdsData(joined);
        } catch (HazelcastException | IllegalStateException leaving) {
            LOG.log(Level.FINE, "The data grid cannot be asked now.", leaving);
            return false;
        }
    }

    @Override
    public void start() {
        Future<?> untilStopped =
                worker.scheduleWithFixedDelay(this::keepUp, 0, COMPARE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.FINE, "Taking snapshots from the data grid: {0}.", untilStopped);
    }

    @Override
    public void stop() {
        worker.execute(() -> {
            if (hazelcast != null) {
                hazelcast.getLifecycleService().terminate();
            }
        });
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "The data grid member did not stop within {0}.", STOP_LIMIT);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Figures figures() {
        HazelcastInstance joined = hazelcast;
        if (joined == null || !joined.getLifecycleService().isRunning()) {
            return Figures.NONE;
        }
        try {
            NearCacheStats stats =
                    GridMember.snapshots(joined).getLocalMapStats().getNearCacheStats();
            return stats == null
                    ? Figures.NONE
                    : new Figures(
                            stats.getOwnedEntryCount(), stats.getHits(), stats.getMisses(), stats.getInvalidations());
        } catch (HazelcastException | IllegalStateException leaving) {
            LOG.log(Level.FINE, "The data grid's figures cannot be read now.", leaving);
            return Figures.NONE;
        }
    }

    @Override
    public boolean put(String map, String key, byte[] value, Duration life) {
        HazelcastInstance joined = hazelcast;
        if (joined == null || !joined.getLifecycleService().isRunning() || !holdsData(joined)) {
            return false;
        }
        joined.<String, byte[]>getMap(map).set(key, value, life.toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    @Override
    public @Nullable Object remove(String map, String key) {
        HazelcastInstance joined = hazelcast;
        return joined != null && joined.getLifecycleService().isRunning() && holdsData(joined)
                ? joined.<String, Object>getMap(map).remove(key)
                : null;
    }

    /** Joins the cluster where that is still to be done, and compares. Never throws, as it would then not run again. */
    private void keepUp() {
        try {
            HazelcastInstance joined = joined();
            if (holdsData(joined)) {
                patience = COMPARE_INTERVAL;
                boolean complete = environments.isComplete() || GridMember.complete(joined);
                Heartbeat beat = GridMember.heartbeat(joined);
                compare(GridMember.snapshots(joined));
                if (beat != null && !beat.equals(heartbeat)) {
                    heartbeat = beat;
                    catchUp(joined, beat);
                    confirm(beat);
                }
                if (complete) {
                    environments.complete();
                }
            } else {
                failures.count(Failures.Kind.FETCH);
            }
        } catch (HazelcastException | IllegalStateException unreachable) {
            failures.count(Failures.Kind.FETCH);
            LOG.log(Level.FINE, "The data grid does not answer; the last snapshots are served on.", unreachable);
        } catch (RuntimeException unforeseen) {
            failures.count(Failures.Kind.DOCUMENT);
            LOG.log(Level.SEVERE, "Taking snapshots from the data grid failed; it is tried again.", unforeseen);
        }
    }

    /**
     * The membership, renewed where this edge was left alone and a hub listens again: a hub that comes back founds a cluster of
     * its own, and the data grid's own merging takes minutes.
     */
    private HazelcastInstance joined() {
        HazelcastInstance known = hazelcast;
        boolean running = known != null && known.getLifecycleService().isRunning();
        if (known != null && running && (holdsData(known) || !timeToRejoin())) {
            return known;
        }
        if (known != null && running) {
            known.getLifecycleService().terminate();
        }
        HazelcastInstance joined = member.join();
        hazelcast = joined;
        GridMember.snapshots(joined).addEntryListener(new Listener(), true);
        GridMember.onComplete(joined, () -> worker.execute(this::keepUp));
        return joined;
    }

    /** Where a hub listens but does not let us in, it is asked less and less often. */
    private boolean timeToRejoin() {
        if (Instant.now().isBefore(nextJoin) || !member.hubListens()) {
            return false;
        }
        nextJoin = Instant.now().plus(patience);
        patience = patience.compareTo(LONGEST_PATIENCE) < 0 ? patience.multipliedBy(2) : LONGEST_PATIENCE;
        return true;
    }

    /** Whether a hub is there: asking a cluster of edges alone for data would only fill the log. */
    private static boolean holdsData(HazelcastInstance hazelcast) {
        return hazelcast.getCluster().getMembers().stream().anyMatch(member -> !member.isLiteMember());
    }

    /** Takes from the map what is newer than what is served. */
    private void compare(IMap<String, byte[]> map) {
        for (String key : map.keySet()) {
            take(key, map.get(key));
        }
    }

    /** Takes what is newer than the map's near cache knows of: the word that an entry has changed can get lost. */
    private void catchUp(HazelcastInstance joined, Heartbeat beat) {
        IMap<String, byte[]> map = GridMember.snapshots(joined);
        beat.heads().forEach((key, head) -> {
            if (environments.isNews(key, head) && isBehind(map.get(key), head)) {
                take(key, GridMember.newest(joined, key));
            }
        });
    }

    private static boolean isBehind(byte @Nullable [] document, SnapshotHead head) {
        return document == null || SnapshotHead.of(document).precedes(head);
    }

    private void take(String key, byte @Nullable [] document) {
        if (document != null) {
            intake.take(key, document);
        }
    }

    /**
     * A hub has seen that the grid has all there is. What is missing there is kept for a while: a map that lost its data with
     * a hub looks the same as one from which an environment was removed, until another hub has filled it again.
     */
    private void confirm(Heartbeat beat) {
        for (String key : environments.environments().keySet()) {
            SnapshotHead newest = beat.heads().get(key);
            if (newest != null) {
                missing.remove(key);
                if (!environments.isNews(key, newest)) {
                    intake.confirm(key, Duration.ZERO);
                }
            } else if (missing.merge(key, 1, Integer::sum) >= BEATS_UNTIL_GONE) {
                missing.remove(key);
                intake.withdraw(key);
            }
        }
    }

    /**
     * Hands every event over at once: compiling does not belong on the data grid's own threads. Removals too, so that what
     * happened last is done last, and an environment that was changed and removed stays removed.
     */
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
            worker.execute(() -> intake.withdraw(event.getKey()));
        }

        private void arrived(EntryEvent<String, byte[]> event) {
            worker.execute(() -> intake.take(event.getKey(), event.getValue()));
        }
    }
}
