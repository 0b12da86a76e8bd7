package dev.jackstaff.domain.testing;

import dev.jackstaff.domain.snapshot.SnapshotPublished;
import dev.jackstaff.domain.snapshot.SnapshotWithdrawn;
import dev.jackstaff.engine.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A recorder of snapshot events, as the hub's own evaluation observes them. */
@ApplicationScoped
public class SnapshotEventRecorder {
    private final Map<String, Long> revisions = new ConcurrentHashMap<>();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

    void published(@Observes SnapshotPublished event) {
        Snapshot snapshot = event.snapshot();
        revisions.put(snapshot.key(), snapshot.revision());
    }

    void withdrawn(@Observes SnapshotWithdrawn event) {
        revisions.remove(event.key());
        withdrawn.add(event.key());
    }

    public long revision(String key) {
        return revisions.getOrDefault(key, -1L);
    }

    /** The keys of all snapshots that were ever withdrawn. */
    public Set<String> withdrawn() {
        return Set.copyOf(withdrawn);
    }

    public Set<String> keys() {
        return Set.copyOf(revisions.keySet());
    }
}
