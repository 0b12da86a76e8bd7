package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryMergedListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import dev.jackstaff.background.DaemonThreads;
import dev.jackstaff.domain.snapshot.SnapshotPublished;
import dev.jackstaff.domain.snapshot.SnapshotWithdrawn;
import dev.jackstaff.domain.snapshot.SnapshotsConfirmed;
import dev.jackstaff.engine.GridNames;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The data grid that edges read snapshots from; the only class that knows it is Hazelcast. */
@ApplicationScoped
public class DataGrid {
    @Resource(lookup = "payara/Hazelcast")
    @SuppressWarnings("NullAway.Init")
    HazelcastInstance hazelcast;

    @Inject
    Clock clock;

    @Inject
    Event<SnapshotPublished> published;

    @Inject
    Event<SnapshotWithdrawn> withdrawn;

    @Inject
    Event<SnapshotsConfirmed> confirmed;

    @SuppressWarnings("NullAway.Init")
    private IMap<String, byte[]> snapshots;

    @SuppressWarnings("NullAway.Init")
    private IMap<String, Object> publication;

    /** The heads of the snapshots that this hub has announced. */
    private final Map<String, SnapshotHead> seenHeads = new ConcurrentHashMap<>();

    private @Nullable UUID entryListener;
    private @Nullable UUID lifecycleListener;

    /**
     * Opens the maps, on a thread that belongs to no application and inherits nothing from one: the server would bind
     * the map to the application whose thread is the first to ask for it, and members that do not know the server's
     * classes, as edges, could not join.
     */
    @PostConstruct
    void open() {
        HazelcastInstance opened = openMaps(List.of(GridNames.SNAPSHOTS, GridNames.PUBLICATION));
        snapshots = opened.getMap(GridNames.SNAPSHOTS);
        publication = opened.getMap(GridNames.PUBLICATION);
    }

    /** Returns the data grid after creating these maps on a thread that belongs to no application; see {@link #open}. */
    HazelcastInstance openMaps(List<String> maps) {
        CompletableFuture<HazelcastInstance> opening = new CompletableFuture<>();
        DaemonThreads.create("jackstaff-grid", () -> open(maps, opening)).start();
        return opening.join();
    }

    private void open(List<String> maps, CompletableFuture<HazelcastInstance> opening) {
        try {
            maps.forEach(hazelcast::getMap);
            opening.complete(hazelcast);
        } catch (RuntimeException | Error failed) {
            opening.completeExceptionally(failed);
        }
    }

    /** Announces present and future snapshots, and calls back after two clusters have merged. */
    public void subscribe(Runnable merged) {
        entryListener = snapshots.addEntryListener(new SnapshotListener(), true);
        lifecycleListener = hazelcast.getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleState.MERGED) {
                merged.run();
            }
        });
        snapshots.entrySet().forEach(entry -> announcePublished(entry.getKey(), entry.getValue()));
    }

    private void announcePublished(String key, byte[] document) {
        seenHeads.put(key, SnapshotHead.of(document));
        published.fire(new SnapshotPublished(document));
    }

    private void announceWithdrawn(String key) {
        if (seenHeads.remove(key) != null) {
            withdrawn.fire(new SnapshotWithdrawn(key));
        }
    }

    /** Removes the listeners of {@link #subscribe}. */
    @PreDestroy
    void unsubscribe() {
        if (entryListener != null) {
            snapshots.removeEntryListener(entryListener);
        }
        if (lifecycleListener != null) {
            hazelcast.getLifecycleService().removeLifecycleListener(lifecycleListener);
        }
    }

    /** The keys of the present snapshots. Announces removals that were missed. */
    public Set<String> snapshotKeys() {
        Set<String> announced = Set.copyOf(seenHeads.keySet());
        Set<String> present = Set.copyOf(snapshots.keySet());
        announced.stream().filter(key -> !present.contains(key)).forEach(this::announceWithdrawn);
        return present;
    }

    /** Whether this revision or a later one was announced here; without a remote call. */
    public boolean hasSeen(String key, UUID environmentId, long revision) {
        SnapshotHead head = seenHeads.get(key);
        return head != null && !head.precedes(environmentId.toString(), revision);
    }

    /** The head of the present snapshot. Announces it if its event was missed, since the data grid's events can get lost. */
    public Optional<SnapshotHead> head(String key) {
        byte[] document = snapshots.get(key);
        if (document == null) {
            return Optional.empty();
        }
        SnapshotHead head = SnapshotHead.of(document);
        if (!head.equals(seenHeads.get(key))) {
            announcePublished(key, document);
        }
        return Optional.of(head);
    }

    /**
     * Puts a snapshot into the grid, unless that has one of the same environment that is as new or newer: a revision
     * never goes back.
     *
     * @return whether it was put
     */
    public boolean put(Snapshot snapshot) {
        byte[] document = SnapshotWriter.write(snapshot);
        while (true) {
            byte[] present = snapshots.get(snapshot.key());
            if (present != null && !SnapshotHead.of(present).precedes(snapshot)) {
                return false;
            }
            if (replace(snapshot.key(), present, document)) {
                return true;
            }
        }
    }

    private boolean replace(String key, byte @Nullable [] present, byte[] document) {
        return present == null
                ? snapshots.putIfAbsent(key, document) == null
                : snapshots.replace(key, present, document);
    }

    /** Marks that every environment's snapshot is present. The mark is gone when the data grid has lost its data. */
    public void markComplete() {
        if (!publication.containsKey(GridNames.COMPLETE)) {
            publication.put(GridNames.COMPLETE, true);
        }
    }

    /** Publishes a heartbeat to edges and to this hub: the grid holds everything committed at this instant. */
    public void sendHeartbeat() {
        Heartbeat heartbeat = new Heartbeat(clock.instant(), seenHeads);
        publication.set(GridNames.HEARTBEAT, heartbeat.text());
        confirmed.fire(new SnapshotsConfirmed(heartbeat));
    }

    public void remove(String key) {
        snapshots.delete(key);
    }

    /** The listener that announces changes of the snapshot map. */
    private final class SnapshotListener
            implements EntryAddedListener<String, byte[]>,
                    EntryUpdatedListener<String, byte[]>,
                    EntryMergedListener<String, byte[]>,
                    EntryRemovedListener<String, byte[]> {
        @Override
        public void entryAdded(EntryEvent<String, byte[]> event) {
            announcePublished(event.getKey(), event.getValue());
        }

        @Override
        public void entryUpdated(EntryEvent<String, byte[]> event) {
            announcePublished(event.getKey(), event.getValue());
        }

        @Override
        public void entryMerged(EntryEvent<String, byte[]> event) {
            announcePublished(event.getKey(), event.getValue());
        }

        @Override
        public void entryRemoved(EntryEvent<String, byte[]> event) {
            announceWithdrawn(event.getKey());
        }
    }
}
