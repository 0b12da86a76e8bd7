package dev.jackstaff.edge.backup;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.background.Outage;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The backup in a Redis that edges share. Nothing is queued: one thread compares the served snapshots with the stored
 * ones, soon after each change and every 5 seconds, every second during an outage. So it catches up by itself. Only a
 * caller that revokes keys waits for it, at most for the Redis timeout.
 */
final class RedisStore implements SnapshotStore {
    private static final Duration SYNCHRONIZATION_INTERVAL = Duration.ofSeconds(5);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(RedisStore.class.getName());

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final RedisSettings address;
    private final Consumer<List<RestoredSnapshot>> lateSnapshots;
    private final Outage outage = new Outage(LOG, "Storing snapshots in Redis");
    private final BackgroundLoop loop = new BackgroundLoop("jackstaff-redis", "Storing snapshots in Redis", () -> {
        synchronize();
        return outage.isOngoing() ? RETRY_INTERVAL : SYNCHRONIZATION_INTERVAL;
    });

    /** Whether the stored snapshots were loaded once; for the worker thread only. */
    private boolean loaded;

    private @Nullable RedisRepository repository;
    private @Nullable RedisSynchronizer synchronizer;

    /**
     * A store that is still to be loaded.
     *
     * @param lateSnapshots receives snapshots that were loaded after the start's time limit
     */
    RedisStore(
            LiveEnvironments environments,
            Freshness freshness,
            RedisSettings address,
            Consumer<List<RestoredSnapshot>> lateSnapshots) {
        this.environments = environments;
        this.freshness = freshness;
        this.address = address;
        this.lateSnapshots = lateSnapshots;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public List<RestoredSnapshot> load(String origin) {
        repository = new RedisRepository(address, origin);
        synchronizer = new RedisSynchronizer(environments, freshness, repository, System::nanoTime);
        CompletableFuture<List<RestoredSnapshot>> firstLoad = new CompletableFuture<>();
        loop.execute(() -> {
            List<RestoredSnapshot> snapshots = tryLoad();
            if (!firstLoad.complete(snapshots)) {
                lateSnapshots.accept(snapshots);
            }
        });
        loop.start(SYNCHRONIZATION_INTERVAL);
        LOG.log(Level.INFO, "Storing snapshots in {0}.", address);
        Duration limit = address.timeout().multipliedBy(2);
        return firstLoad
                .completeOnTimeout(List.of(), limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private RedisSynchronizer synchronizer() {
        return Objects.requireNonNull(synchronizer, "not open");
    }

    /** The stored snapshots; empty when Redis is unreachable, and then each synchronization tries again. */
    private List<RestoredSnapshot> tryLoad() {
        try {
            List<RestoredSnapshot> snapshots = synchronizer().load();
            loaded = true;
            outage.recordSuccess();
            return snapshots;
        } catch (RuntimeException failure) {
            recordFailure(failure);
            return List.of();
        }
    }

    @Override
    public void store(Snapshot snapshot) {
        synchronizer().noteServed(snapshot);
        scheduleSynchronization();
    }

    @Override
    public void storeNow(Snapshot snapshot) {
        synchronizer().noteRevocation(snapshot);
        runNow(() -> synchronizer().sendRevocation(snapshot));
        scheduleSynchronization();
    }

    @Override
    public void delete(String environment) {
        if (synchronizer().noteRemoval(environment)) {
            runNow(synchronizer()::sendRemovals);
        }
    }

    /**
     * Runs a task on the worker thread and waits for it, at most for the Redis timeout, and not at all during an
     * outage.
     */
    private void runNow(Runnable task) {
        boolean done = false;
        if (!outage.isOngoing()) {
            CompletableFuture<Boolean> result = new CompletableFuture<>();
            loop.execute(() -> result.complete(attempt(task)));
            done = result.completeOnTimeout(false, address.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
        if (!done) {
            LOG.warning("Redis does not know yet that keys were revoked. This is retried; until then an edge that"
                    + " starts from Redis while its upstream is down accepts them.");
        }
    }

    private boolean attempt(Runnable task) {
        try {
            task.run();
            return true;
        } catch (RuntimeException failure) {
            recordFailure(failure);
            return false;
        }
    }

    private void recordFailure(RuntimeException cause) {
        outage.recordFailure("Redis cannot be used (" + address + ")", cause);
    }

    private void scheduleSynchronization() {
        loop.wakeWithin(RedisSynchronizer.SETTLE_DELAY);
    }

    private void synchronize() {
        if (loaded || environments.isComplete()) {
            if (attempt(synchronizer()::synchronize)) {
                outage.recordSuccess();
            }
            return;
        }
        List<RestoredSnapshot> snapshots = tryLoad();
        if (loaded) {
            lateSnapshots.accept(snapshots);
        }
    }

    @Override
    public Outage outage() {
        return outage;
    }

    @Override
    public void stop() {
        RedisRepository open = repository;
        if (open == null) {
            return;
        }
        loop.execute(this::synchronize);
        if (loop.stop(STOP_LIMIT)) {
            open.close();
        } else {
            loop.interrupt(Duration.ZERO);
        }
    }
}
