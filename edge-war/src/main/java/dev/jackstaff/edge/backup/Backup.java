package dev.jackstaff.edge.backup;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The backup of the served snapshots: on the edge's disk, in a Redis that edges share, or both. At start the newest
 * stored snapshot of each environment is served before any upstream is asked. A snapshot that revokes a key is stored
 * before it is served, so that a revoked key stays revoked after a restart.
 */
@ApplicationScoped
public class Backup {
    private static final Logger LOG = Logger.getLogger(Backup.class.getName());

    private final LiveEnvironments environments;
    private final List<SnapshotStore> stores = new ArrayList<>();
    private volatile Restoration restoration = (snapshot, age, late) -> false;

    /** The callback that serves a restored snapshot. */
    @FunctionalInterface
    public interface Restoration {
        /**
         * Serves a snapshot and stores it.
         *
         * @param late whether the upstream may have answered meanwhile; its answer then wins
         * @return whether it is served
         */
        boolean restore(Snapshot snapshot, Duration age, boolean late);
    }

    /** For the CDI proxy only. */
    Backup() {
        this(new LiveEnvironments(), new Freshness(), Optional.empty(), Optional.empty());
    }

    /** A backup in the stores that the settings name. */
    @Inject
    public Backup(LiveEnvironments environments, Freshness freshness) {
        this(environments, freshness, EdgeSettings.configured());
    }

    private Backup(LiveEnvironments environments, Freshness freshness, EdgeSettings settings) {
        this(environments, freshness, settings.text(EdgeSetting.DATA).map(Path::of), RedisSettings.of(settings));
    }

    Backup(LiveEnvironments environments, Freshness freshness, Optional<Path> data, Optional<RedisSettings> redis) {
        this.environments = environments;
        data.ifPresent(directory -> stores.add(new DiskStore(environments, freshness, directory)));
        redis.ifPresent(address -> stores.add(new RedisStore(environments, freshness, address, this::restoreLate)));
    }

    /**
     * Serves what is stored of this origin, and stores what is served from now on. Without a configured store there is
     * no backup.
     */
    public void restore(String origin, Restoration callback) {
        restoration = callback;
        if (stores.isEmpty()) {
            LOG.warning(
                    "jackstaff.edge.data is not set: this edge stores no snapshots and cannot start while its upstream is down.");
            return;
        }
        Map<String, RestoredSnapshot> newest = new HashMap<>();
        for (SnapshotStore store : stores) {
            store.load(origin)
                    .forEach(restored -> newest.merge(restored.snapshot().key(), restored, RestoredSnapshot::newerOf));
        }
        serve(newest.values(), false);
    }

    /**
     * Snapshots that a store found too late for the start. They are ignored when the upstream has answered meanwhile.
     */
    private void restoreLate(List<RestoredSnapshot> snapshots) {
        serve(snapshots, true);
    }

    private void serve(Collection<RestoredSnapshot> snapshots, boolean late) {
        int served = 0;
        for (RestoredSnapshot restored : snapshots) {
            Snapshot snapshot = restored.snapshot();
            try {
                served += restoration.restore(snapshot, restored.age(), late) ? 1 : 0;
            } catch (DocumentException unreadable) {
                LOG.log(Level.WARNING, "The stored snapshot of " + snapshot.key() + " is refused.", unreadable);
            }
        }
        if (served > 0) {
            environments.markRestored();
            LOG.log(Level.INFO, "Serving {0} environments from the backup.", served);
        }
    }

    /** Stores a snapshot soon, on another thread. */
    public void store(Snapshot snapshot) {
        stores.forEach(store -> store.store(snapshot));
    }

    /** Stores a snapshot that revokes keys, before this returns. */
    public void storeNow(Snapshot snapshot) {
        stores.forEach(store -> store.storeNow(snapshot));
    }

    /** Deletes an environment's snapshot from all stores. */
    public void delete(String environment) {
        stores.forEach(store -> store.delete(environment));
    }

    /** The reason why snapshots cannot be stored at the moment; empty when they can. */
    public Optional<String> failureReason() {
        return stores.stream()
                .flatMap(store -> store.outage().reason().stream())
                .reduce((one, other) -> one + "; " + other);
    }

    /**
     * The state of one store.
     *
     * @param failures since the start of this process
     */
    public record StoreStatus(String name, boolean failing, long failures) {}

    /** The states of the configured stores. */
    public List<StoreStatus> storeStatuses() {
        return stores.stream()
                .map(store -> new StoreStatus(
                        store.name(), store.outage().isOngoing(), store.outage().failureCount()))
                .collect(Collectors.toUnmodifiableList());
    }

    @PreDestroy
    void stop() {
        stores.forEach(SnapshotStore::stop);
    }
}
