package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
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
 * Keeps what is served, on the edge's own disk, in a Redis that edges share, or both; and serves it again after a start, before
 * any upstream is asked: of each environment the newest that is found. A snapshot that takes a key away is kept before it is
 * served, so that a key that was refused once never opens anything after a restart.
 */
@ApplicationScoped
public class Backup {
    private static final Logger LOG = Logger.getLogger(Backup.class.getName());

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final List<Store> stores = new ArrayList<>();

    /** For the container's proxies. */
    Backup() {
        this(new LiveEnvironments(), new Freshness(), Optional.empty(), Optional.empty());
    }

    /** A backup of what is served, in the places that the settings name. */
    @Inject
    public Backup(LiveEnvironments environments, Freshness freshness) {
        this(environments, freshness, EdgeSettings.configured());
    }

    private Backup(LiveEnvironments environments, Freshness freshness, EdgeSettings settings) {
        this(environments, freshness, settings.text(EdgeSetting.DATA).map(Path::of), RedisAddress.of(settings));
    }

    Backup(LiveEnvironments environments, Freshness freshness, Optional<Path> data, Optional<RedisAddress> redis) {
        this.environments = environments;
        this.freshness = freshness;
        data.ifPresent(directory -> stores.add(new DiskStore(environments, freshness, directory)));
        redis.ifPresent(address -> stores.add(new RedisStore(environments, freshness, address, this::later)));
    }

    /**
     * Serves what was kept of this origin, and keeps what is served from now on. Without a place for it there is no backup.
     */
    public void open(String origin) {
        if (stores.isEmpty()) {
            LOG.warning(
                    "There is no jackstaff.edge.data: without a directory, this edge cannot start without its upstream.");
            return;
        }
        Map<String, Found> newest = new HashMap<>();
        for (Store store : stores) {
            store.open(origin).forEach(found -> newest.merge(found.snapshot().key(), found, Found::newer));
        }
        serve(newest.values());
    }

    /** What a store found that could not be asked in time. By now the upstream may know better. */
    private void later(List<Found> found) {
        if (!environments.isComplete()) {
            serve(found.stream()
                    .filter(late -> environments.environment(late.snapshot().key()) == null)
                    .toList());
        }
    }

    private void serve(Collection<Found> found) {
        int served = 0;
        for (Found one : found) {
            Snapshot snapshot = one.snapshot();
            try {
                environments.serve(snapshot);
                freshness.confirm(snapshot.key(), one.age());
                keep(snapshot);
                served++;
            } catch (DocumentException unreadable) {
                LOG.log(Level.WARNING, "The backup of " + snapshot.key() + " is refused.", unreadable);
            }
        }
        if (served > 0) {
            environments.restored();
            LOG.log(Level.INFO, "Serving {0} environments from the backup.", served);
        }
    }

    /** Keeps a snapshot soon. */
    public void keep(Snapshot snapshot) {
        stores.forEach(store -> store.keep(snapshot));
    }

    /**
     * Keeps a snapshot that takes keys away before this returns. Where the disk fails, nothing of its environment stays on it;
     * a Redis that fails is not waited for for long.
     */
    public void keepNow(Snapshot snapshot) {
        stores.forEach(store -> store.keepNow(snapshot));
    }

    /** Forgets an environment's snapshot. */
    public void drop(String environment) {
        stores.forEach(store -> store.drop(environment));
    }

    /** Why snapshots cannot be kept at the moment; empty where they can. */
    public Optional<String> trouble() {
        return stores.stream().flatMap(store -> store.trouble().stream()).reduce((one, other) -> one + "; " + other);
    }

    /**
     * One of the places where snapshots are kept.
     *
     * @param failures since the start of this process
     */
    public record Place(String name, boolean failing, long failures) {}

    /** The places where snapshots are kept. */
    public List<Place> places() {
        return stores.stream()
                .map(store -> new Place(store.name(), store.trouble().isPresent(), store.failures()))
                .collect(Collectors.toUnmodifiableList());
    }

    @PreDestroy
    void stop() {
        stores.forEach(Store::stop);
    }
}
