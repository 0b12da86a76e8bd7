package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import com.hazelcast.nearcache.NearCacheStats;
import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.cacheaside.NearCache;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The upstream over the data grid: applies snapshots on map events, and compares every second, because events can get
 * lost when members join or leave. Whatever fails here, the last good snapshots stay served.
 */
@ApplicationScoped
public class GridUpstream implements Upstream, NearCache, GridMaps {
    private static final Duration COMPARE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration MAX_REJOIN_DELAY = Duration.ofSeconds(30);
    private static final int HEARTBEATS_UNTIL_REMOVED = 10;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(GridUpstream.class.getName());

    @Inject
    GridMember member;

    @Inject
    LiveEnvironments environments;

    @Inject
    Intake intake;

    @Inject
    UpstreamErrors errors;

    /** The number of heartbeats for which each served environment was missing from the grid. */
    private final Map<String, Integer> missedHeartbeats = new HashMap<>();

    private @Nullable Heartbeat heartbeat;

    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-grid", "Applying snapshots from the data grid", this::synchronize);
    private volatile @Nullable HazelcastInstance hazelcast;
    private Duration rejoinDelay = COMPARE_INTERVAL;
    private Instant nextJoinAt = Instant.EPOCH;

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
        HazelcastInstance instance = hazelcast;
        try {
            return instance != null && instance.getLifecycleService().isRunning() && hasDataMember(instance);
        } catch (HazelcastException | IllegalStateException leaving) {
            LOG.log(Level.FINE, "The data grid cannot be reached now.", leaving);
            return false;
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.execute(() -> {
            if (hazelcast != null) {
                hazelcast.getLifecycleService().terminate();
            }
        });
        loop.stop(STOP_LIMIT);
    }

    @Override
    public Statistics statistics() {
        HazelcastInstance instance = hazelcast;
        if (instance == null || !instance.getLifecycleService().isRunning()) {
            return Statistics.NONE;
        }
        try {
            NearCacheStats stats =
                    GridMember.snapshotMap(instance).getLocalMapStats().getNearCacheStats();
            return stats == null
                    ? Statistics.NONE
                    : new Statistics(
                            stats.getOwnedEntryCount(), stats.getHits(), stats.getMisses(), stats.getInvalidations());
        } catch (HazelcastException | IllegalStateException leaving) {
            LOG.log(Level.FINE, "Near cache statistics are not available now.", leaving);
            return Statistics.NONE;
        }
    }

    @Override
    public boolean put(String map, String key, byte[] value, Duration timeToLive) {
        HazelcastInstance instance = hazelcast;
        if (instance == null || !instance.getLifecycleService().isRunning() || !hasDataMember(instance)) {
            return false;
        }
        instance.<String, byte[]>getMap(map).set(key, value, timeToLive.toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    @Override
    public @Nullable Object remove(String map, String key) {
        HazelcastInstance instance = hazelcast;
        return instance != null && instance.getLifecycleService().isRunning() && hasDataMember(instance)
                ? instance.<String, Object>getMap(map).remove(key)
                : null;
    }

    /** Joins the cluster if needed, and compares. */
    private Duration synchronize() {
        try {
            HazelcastInstance instance = joinIfNeeded();
            if (hasDataMember(instance)) {
                rejoinDelay = COMPARE_INTERVAL;
                boolean complete = environments.isComplete() || GridMember.isPublicationComplete(instance);
                Heartbeat beat = GridMember.heartbeat(instance);
                applyNewer(GridMember.snapshotMap(instance));
                if (beat != null && !beat.equals(heartbeat)) {
                    heartbeat = beat;
                    applyMissed(instance, beat);
                    confirmServed(beat);
                }
                if (complete) {
                    intake.markComplete();
                }
            } else {
                errors.record(UpstreamErrors.ErrorKind.FETCH);
            }
        } catch (HazelcastException | IllegalStateException unreachable) {
            errors.record(UpstreamErrors.ErrorKind.FETCH);
            LOG.log(Level.FINE, "The data grid does not answer; the last snapshots stay served.", unreachable);
        } catch (RuntimeException unforeseen) {
            errors.record(UpstreamErrors.ErrorKind.DOCUMENT);
            throw unforeseen;
        }
        return COMPARE_INTERVAL;
    }

    /**
     * The membership, renewed when this edge is alone and a hub is reachable: a restarted hub founds a new cluster, and
     * merging takes Hazelcast minutes.
     */
    private HazelcastInstance joinIfNeeded() {
        HazelcastInstance current = hazelcast;
        boolean running = current != null && current.getLifecycleService().isRunning();
        if (current != null && running && (hasDataMember(current) || !shouldRejoin())) {
            return current;
        }
        if (current != null && running) {
            current.getLifecycleService().terminate();
        }
        HazelcastInstance instance = member.join();
        hazelcast = instance;
        GridMember.snapshotMap(instance).addEntryListener(new SnapshotMapListener(), true);
        GridMember.onPublicationComplete(instance, () -> loop.wake());
        return instance;
    }

    /** Whether to join again; less and less often while the hub refuses. */
    private boolean shouldRejoin() {
        if (Instant.now().isBefore(nextJoinAt) || !member.isHubReachable()) {
            return false;
        }
        nextJoinAt = Instant.now().plus(rejoinDelay);
        rejoinDelay = rejoinDelay.compareTo(MAX_REJOIN_DELAY) < 0 ? rejoinDelay.multipliedBy(2) : MAX_REJOIN_DELAY;
        return true;
    }

    /** Whether a hub is a member. Without one, map calls would only fill the log. */
    private static boolean hasDataMember(HazelcastInstance hazelcast) {
        return hazelcast.getCluster().getMembers().stream().anyMatch(member -> !member.isLiteMember());
    }

    /** Applies snapshots of the map that are newer than the served ones. */
    private void applyNewer(IMap<String, byte[]> map) {
        for (String key : map.keySet()) {
            apply(key, map.get(key));
        }
    }

    /** Applies snapshots that the near cache missed: an invalidation can get lost. */
    private void applyMissed(HazelcastInstance instance, Heartbeat beat) {
        IMap<String, byte[]> map = GridMember.snapshotMap(instance);
        beat.heads().forEach((key, head) -> {
            if (environments.isNewer(key, head) && isBehind(map.get(key), head)) {
                apply(key, GridMember.readUncached(instance, key));
            }
        });
    }

    private static boolean isBehind(byte @Nullable [] document, SnapshotHead head) {
        return document == null || SnapshotHead.of(document).precedes(head);
    }

    private void apply(String key, byte @Nullable [] document) {
        if (document != null) {
            intake.apply(key, document);
        }
    }

    /**
     * Confirms the served snapshots by a heartbeat. A missing one is withdrawn only after 10 heartbeats: a map that
     * lost its data looks the same as one without the environment until a hub refills it.
     */
    private void confirmServed(Heartbeat beat) {
        for (String key : environments.environments().keySet()) {
            SnapshotHead newest = beat.heads().get(key);
            if (newest != null) {
                missedHeartbeats.remove(key);
                if (!environments.isNewer(key, newest)) {
                    intake.confirm(key, Duration.ZERO);
                }
            } else if (missedHeartbeats.merge(key, 1, Integer::sum) >= HEARTBEATS_UNTIL_REMOVED) {
                missedHeartbeats.remove(key);
                intake.withdraw(key);
            }
        }
    }

    /**
     * The map listener, which passes every event to the worker, in order, so that compiling never runs on Hazelcast's
     * threads.
     */
    private final class SnapshotMapListener
            implements EntryAddedListener<String, byte[]>,
                    EntryUpdatedListener<String, byte[]>,
                    EntryRemovedListener<String, byte[]> {
        @Override
        public void entryAdded(EntryEvent<String, byte[]> event) {
            applyLater(event);
        }

        @Override
        public void entryUpdated(EntryEvent<String, byte[]> event) {
            applyLater(event);
        }

        @Override
        public void entryRemoved(EntryEvent<String, byte[]> event) {
            loop.execute(() -> intake.withdraw(event.getKey()));
        }

        private void applyLater(EntryEvent<String, byte[]> event) {
            loop.execute(() -> intake.apply(event.getKey(), event.getValue()));
        }
    }
}
