package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryMergedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import dev.jackstaff.domain.snapshot.SnapshotPublished;
import dev.jackstaff.domain.snapshot.SnapshotWithdrawn;
import dev.jackstaff.domain.snapshot.SnapshotsConfirmed;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.grid.GridNames;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The data grid that edges read snapshots from. */
@ApplicationScoped
public class DataGrid {
    @Inject
    GridMember member;

    @Inject
    Clock clock;

    @Inject
    GridSealing sealing;

    @Inject
    Event<SnapshotPublished> published;

    @Inject
    Event<SnapshotWithdrawn> withdrawn;

    @Inject
    Event<SnapshotsConfirmed> confirmed;

    @SuppressWarnings("NullAway.Init")
    private SealedMap snapshots;

    @SuppressWarnings("NullAway.Init")
    private SealedMap publication;

    /** The heads of the snapshots that this hub has announced. */
    private final Map<String, SnapshotHead> seenHeads = new ConcurrentHashMap<>();

    /** The keys whose entry in the grid is not the announced one, because somebody else wrote it. */
    private final Set<String> disturbed = ConcurrentHashMap.newKeySet();

    private @Nullable UUID entryListener;

    @PostConstruct
    void open() {
        snapshots = sealing.map(member.grid(), GridNames.SNAPSHOTS);
        publication = sealing.map(member.grid(), GridNames.PUBLICATION);
    }

    /** Announces present and future snapshots, and calls back after two clusters have merged. */
    public void subscribe(Runnable merged) {
        entryListener = snapshots.addListener(new SnapshotListener(), true);
        member.grid().getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleState.MERGED) {
                merged.run();
            }
        });
        snapshots.keys().forEach(key -> snapshots.get(key).ifPresent(document -> announcePublished(key, document)));
    }

    private void announcePublished(String key, byte[] document) {
        seenHeads.put(key, SnapshotHead.of(document));
        disturbed.remove(key);
        published.fire(new SnapshotPublished(document));
    }

    private void announceWithdrawn(String key) {
        disturbed.remove(key);
        if (seenHeads.remove(key) != null) {
            withdrawn.fire(new SnapshotWithdrawn(key));
        }
    }

    /** Announces nothing more by itself; what is new is found by looking. */
    void unsubscribe() {
        if (entryListener != null) {
            snapshots.removeListener(entryListener);
        }
    }

    /** The keys of the present snapshots. */
    public Set<String> snapshotKeys() {
        return snapshots.keys();
    }

    /** The keys of the snapshots that were announced and not withdrawn. */
    public Set<String> announcedKeys() {
        return Set.copyOf(seenHeads.keySet());
    }

    /**
     * Announces that snapshots are withdrawn. A snapshot that is gone from the grid alone is not: somebody else may have
     * removed it, and the hub puts it again.
     */
    public void withdraw(Set<String> keys) {
        keys.forEach(this::announceWithdrawn);
    }

    /** Whether this revision or a later one was announced here; without a remote call. */
    public boolean hasSeen(String key, UUID environmentId, long revision) {
        SnapshotHead head = seenHeads.get(key);
        return head != null && !disturbed.contains(key) && !head.precedes(environmentId.toString(), revision);
    }

    /** Whether a later revision of the environment was announced here than this one; without a remote call. */
    public boolean hasSeenLater(String key, UUID environmentId, long revision) {
        SnapshotHead head = seenHeads.get(key);
        return head != null && head.isLaterThan(environmentId.toString(), revision);
    }

    /** The head of the present snapshot. Announces it if its event was missed, since the data grid's events can get lost. */
    public Optional<SnapshotHead> head(String key) {
        return snapshots.get(key).map(document -> {
            SnapshotHead head = SnapshotHead.of(document);
            if (!head.equals(seenHeads.get(key)) || disturbed.contains(key)) {
                announcePublished(key, document);
            }
            return head;
        });
    }

    /**
     * Puts a snapshot into the grid, unless that has one of the same environment that is as new or newer: a revision
     * never goes back.
     *
     * @return whether it was put
     */
    public boolean put(Snapshot snapshot) {
        return snapshots.putUnless(
                snapshot.key(),
                present -> !SnapshotHead.of(present).precedes(snapshot),
                SnapshotWriter.write(snapshot));
    }

    /** Publishes a heartbeat to edges and to this hub: the grid holds everything committed at this instant. */
    public void sendHeartbeat() {
        Heartbeat heartbeat = new Heartbeat(clock.instant(), seenHeads);
        publication.set(GridNames.HEARTBEAT, heartbeat.text().getBytes(StandardCharsets.UTF_8));
        confirmed.fire(new SnapshotsConfirmed(heartbeat));
    }

    /** Removes a snapshot, and announces that it is withdrawn. */
    public void remove(String key) {
        snapshots.delete(key);
        announceWithdrawn(key);
    }

    /**
     * The listener that announces changes of the snapshot map. A removal changes nothing by itself: see {@link
     * #withdraw}.
     */
    private final class SnapshotListener
            implements EntryAddedListener<Object, Object>,
                    EntryUpdatedListener<Object, Object>,
                    EntryMergedListener<Object, Object> {
        @Override
        public void entryAdded(EntryEvent<Object, Object> event) {
            announce(event);
        }

        @Override
        public void entryUpdated(EntryEvent<Object, Object> event) {
            announce(event);
        }

        @Override
        public void entryMerged(EntryEvent<Object, Object> event) {
            announce(event);
        }

        private void announce(EntryEvent<Object, Object> event) {
            snapshots.keyOf(event).ifPresent(key -> snapshots
                    .valueOf(key, event)
                    .ifPresentOrElse(document -> announcePublished(key, document), () -> disturbed.add(key)));
        }
    }
}
