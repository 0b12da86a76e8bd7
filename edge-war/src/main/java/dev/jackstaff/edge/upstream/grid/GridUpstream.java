package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import com.hazelcast.nearcache.NearCacheStats;
import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.grid.GridNames;
import dev.jackstaff.protocols.cacheaside.NearCache;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The upstream over the data grid: applies snapshots on map events, and compares every second. Whatever fails here, the
 * last good snapshots stay served.
 */
@ApplicationScoped
public class GridUpstream implements Upstream, NearCache, GridMaps {
    private static final Duration COMPARE_INTERVAL = Duration.ofSeconds(1);

    /** The time without a heartbeat after which a hub counts as unreachable. Hubs send one every second. */
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(4);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(GridUpstream.class.getName());

    private final GridMember member;
    private final Intake intake;
    private final UpstreamErrors errors;
    private final GridMembership membership;
    private final GridSynchronizer synchronizer;
    private volatile @Nullable SealedValues sealedValues;
    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-grid", "Applying snapshots from the data grid", this::synchronize);

    /** For the CDI proxy only. */
    GridUpstream() {
        this(new GridMember(), new LiveEnvironments(), new Intake(), new UpstreamErrors());
    }

    @Inject
    GridUpstream(GridMember member, LiveEnvironments environments, Intake intake, UpstreamErrors errors) {
        this.member = member;
        this.intake = intake;
        this.errors = errors;
        this.membership = new GridMembership(member, this::subscribe, System::nanoTime);
        this.synchronizer = new GridSynchronizer(environments, intake, System::nanoTime);
    }

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
        try {
            return membership.withHub().isPresent() && synchronizer.heardWithin(HEARTBEAT_TIMEOUT);
        } catch (HazelcastException | IllegalStateException leaving) {
            LOG.log(Level.FINE, "The data grid cannot be reached now.", leaving);
            return false;
        }
    }

    /** Starts. Refuses a grid whose values cannot be sealed, or whose name is a default name. */
    @Override
    public void start() {
        try {
            sealedValues = new SealedValues(member.seal(), errors);
        } catch (IllegalArgumentException invalid) {
            throw new DeploymentException(invalid.getMessage(), invalid);
        }
        loop.start();
    }

    private SealedValues sealedValues() {
        SealedValues started = sealedValues;
        if (started == null) {
            throw new IllegalStateException("the data grid is not joined yet");
        }
        return started;
    }

    @Override
    public void stop() {
        loop.execute(membership::leave);
        loop.stop(STOP_LIMIT);
    }

    @Override
    public Statistics statistics() {
        try {
            return membership.current().map(GridUpstream::statistics).orElse(Statistics.NONE);
        } catch (HazelcastException | IllegalStateException leaving) {
            LOG.log(Level.FINE, "Near cache statistics are not available now.", leaving);
            return Statistics.NONE;
        }
    }

    private static Statistics statistics(HazelcastInstance hazelcast) {
        NearCacheStats stats =
                hazelcast.getMap(GridNames.SNAPSHOTS).getLocalMapStats().getNearCacheStats();
        return stats == null
                ? Statistics.NONE
                : new Statistics(
                        stats.getOwnedEntryCount(), stats.getHits(), stats.getMisses(), stats.getInvalidations());
    }

    @Override
    public boolean put(String map, String key, byte[] value, Duration timeToLive) {
        Optional<HazelcastInstance> grid = membership.withHub();
        grid.ifPresent(joined -> joined.<String, byte[]>getMap(map)
                .set(key, sealedValues().seal(map, key, value), timeToLive.toMillis(), TimeUnit.MILLISECONDS));
        return grid.isPresent();
    }

    @Override
    public byte @Nullable [] remove(String map, String key) {
        HazelcastInstance joined = membership.withHub().orElse(null);
        return joined == null ? null : sealedValues().remove(joined, map, key);
    }

    /** Joins the cluster if needed, and compares. */
    private Duration synchronize() {
        try {
            membership.joinIfNeeded();
            membership
                    .withHub()
                    .map(joined -> new HazelcastSnapshots(joined, sealedValues()))
                    .ifPresentOrElse(synchronizer::synchronize, () -> errors.record(UpstreamErrors.ErrorKind.FETCH));
        } catch (HazelcastException | IllegalStateException unreachable) {
            errors.record(UpstreamErrors.ErrorKind.FETCH);
            LOG.log(Level.FINE, "The data grid does not answer; the last snapshots stay served.", unreachable);
        } catch (RuntimeException unforeseen) {
            errors.record(UpstreamErrors.ErrorKind.DOCUMENT);
            throw unforeseen;
        }
        return COMPARE_INTERVAL;
    }

    private void subscribe(HazelcastInstance joined) {
        HazelcastSnapshots snapshots = new HazelcastSnapshots(joined, sealedValues());
        snapshots.map().addEntryListener(new SnapshotMapListener(), true);
        snapshots.publication().addEntryListener(new HeartbeatListener(), GridNames.HEARTBEAT, false);
    }

    /** The map listener that has the loop compare with each heartbeat, as soon as it is there. */
    private final class HeartbeatListener
            implements EntryAddedListener<String, Object>, EntryUpdatedListener<String, Object> {
        @Override
        public void entryAdded(EntryEvent<String, Object> event) {
            loop.wake();
        }

        @Override
        public void entryUpdated(EntryEvent<String, Object> event) {
            loop.wake();
        }
    }

    /**
     * The map listener, which passes every event to the loop, in order, so that compiling never runs on Hazelcast's
     * threads. What was not sealed by a hub does not get that far.
     */
    private final class SnapshotMapListener
            implements EntryAddedListener<String, Object>,
                    EntryUpdatedListener<String, Object>,
                    EntryRemovedListener<String, Object> {
        @Override
        public void entryAdded(EntryEvent<String, Object> event) {
            applyLater(event);
        }

        @Override
        public void entryUpdated(EntryEvent<String, Object> event) {
            applyLater(event);
        }

        @Override
        public void entryRemoved(EntryEvent<String, Object> event) {
            String key = event.getKey();
            loop.execute(() -> synchronizer.recordRemoval(key));
        }

        private void applyLater(EntryEvent<String, Object> event) {
            String key = event.getKey();
            byte[] document = sealedValues().read(GridNames.SNAPSHOTS, key, event::getValue);
            if (document != null) {
                loop.execute(() -> intake.apply(key, document));
            }
        }
    }
}
