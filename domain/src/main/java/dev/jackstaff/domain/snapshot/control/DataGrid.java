package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryMergedListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import dev.jackstaff.domain.snapshot.boundary.SnapshotPublished;
import dev.jackstaff.domain.snapshot.boundary.SnapshotWithdrawn;
import dev.jackstaff.domain.snapshot.boundary.SnapshotsConfirmed;
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

/** The data grid that edges follow, and the one class that knows it is Hazelcast. */
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

    /** What this hub knows of what is there, and has passed on. */
    private final Map<String, SnapshotHead> seenHeads = new ConcurrentHashMap<>();

    private @Nullable UUID entryListener;
    private @Nullable UUID lifecycleListener;

    /**
     * Opens the maps. On a thread that belongs to no application and inherits nothing from one: the server would bind the map to
     * the application whose thread is the first to ask for it, and members that do not know the server's classes, as edges,
     * could not join.
     */
    @PostConstruct
    void open() {
        HazelcastInstance opened = openMaps(List.of(GridNames.SNAPSHOTS, GridNames.PUBLICATION));
        snapshots = opened.getMap(GridNames.SNAPSHOTS);
        publication = opened.getMap(GridNames.PUBLICATION);
    }

    /** The data grid, with these maps made in the way that {@link #open} tells of. */
    HazelcastInstance openMaps(List<String> maps) {
        CompletableFuture<HazelcastInstance> opening = new CompletableFuture<>();
        new Thread(null, () -> open(maps, opening), "jackstaff-grid", 0, false).start();
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

    /** Tells this hub of the snapshots that are there and come, and calls back when two clusters have become one. */
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

    /** The opposite of {@link #subscribe}. */
    @PreDestroy
    void unsubscribe() {
        if (entryListener != null) {
            snapshots.removeEntryListener(entryListener);
        }
        if (lifecycleListener != null) {
            hazelcast.getLifecycleService().removeLifecycleListener(lifecycleListener);
        }
    }

    /** The keys of the snapshots that are there. What this hub was not told of their end, it learns by this. */
    public Set<String> snapshotKeys() {
        Set<String> known = Set.copyOf(seenHeads.keySet());
        Set<String> present = Set.copyOf(snapshots.keySet());
        known.stream().filter(key -> !present.contains(key)).forEach(this::announceWithdrawn);
        return present;
    }

    /** Whether this hub was told that this revision, or a later one, is there; asks nobody. */
    public boolean hasSeen(String key, UUID environmentId, long revision) {
        SnapshotHead head = seenHeads.get(key);
        return head != null && !head.precedes(environmentId.toString(), revision);
    }

    /** Which snapshot is there. Where this hub was not told of it, because the data grid's events can get lost, it is so now. */
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
     * Puts a snapshot there, unless one of the same environment is there that is as new or newer: a revision never goes back.
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

    /** Tells edges that have seen it that no environment is missing. It is gone when the data grid has lost its data. */
    public void markComplete() {
        if (!publication.containsKey(GridNames.COMPLETE)) {
            publication.put(GridNames.COMPLETE, true);
        }
    }

    /** Tells edges, and this hub, that the grid has, at this moment, all that is committed: silence is not calm. */
    public void sendHeartbeat() {
        Heartbeat heartbeat = new Heartbeat(clock.instant(), seenHeads);
        publication.set(GridNames.HEARTBEAT, heartbeat.text());
        confirmed.fire(new SnapshotsConfirmed(heartbeat));
    }

    public void remove(String key) {
        snapshots.delete(key);
    }

    /** Passes on what happens to the map, whoever does it. */
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
