package dev.jackstaff.domain.snapshot.boundary;

import dev.jackstaff.domain.snapshot.control.DataGrid;
import dev.jackstaff.domain.snapshot.control.Outbox;
import dev.jackstaff.domain.snapshot.control.SnapshotBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One publication round: it puts the snapshots that the outbox names from PostgreSQL into the grid, in one transaction
 * under the publication lock. So several hubs publish one after the other, each the newest state, and a round that
 * fails leaves the outbox as it was. Needs no role: the hub itself publishes.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SnapshotPublication {
    @Inject
    Outbox outbox;

    @Inject
    SnapshotBuilder builder;

    @Inject
    DataGrid grid;

    /** Publishes the environments in the outbox. */
    public void publishPending() {
        outbox.lock();
        publish(outbox.drain());
    }

    /** Publishes pending and missing snapshots, and removes surplus ones. */
    public void reconcile() {
        outbox.lock();
        Map<UUID, String> due = new HashMap<>(outbox.drain());
        Map<UUID, String> environments = currentEnvironments();
        outbox.revisions().forEach((id, revision) -> {
            String key = environments.get(id);
            if (key != null && isMissingFromGrid(key, id, revision)) {
                due.put(id, key);
            }
        });
        publish(due);
        Set<String> surplus = new HashSet<>(grid.snapshotKeys());
        surplus.removeAll(new HashSet<>(environments.values()));
        surplus.forEach(grid::remove);
    }

    /** The environments by id, with their keys. Announces what was announced before and is there no longer. */
    private Map<UUID, String> currentEnvironments() {
        Set<String> gone = new HashSet<>(grid.announcedKeys());
        Map<UUID, String> environments = outbox.environments();
        gone.removeAll(new HashSet<>(environments.values()));
        grid.withdraw(gone);
        return environments;
    }

    private boolean isMissingFromGrid(String key, UUID id, long revision) {
        return grid.head(key)
                .map(head -> head.precedes(id.toString(), revision))
                .orElse(true);
    }

    /**
     * Whether a round would have work, checked without a lock and without reading snapshots. An empty outbox is not
     * enough: another hub may have emptied it into a data grid that this one is cut off from.
     */
    public boolean isDue() {
        if (!outbox.isEmpty()) {
            return true;
        }
        Map<UUID, String> environments = currentEnvironments();
        return !grid.snapshotKeys().equals(Set.copyOf(environments.values()))
                || outbox.revisions().entrySet().stream()
                        .anyMatch(revision -> environments.containsKey(revision.getKey())
                                && !grid.hasSeen(
                                        environments.get(revision.getKey()), revision.getKey(), revision.getValue()));
    }

    private void publish(Map<UUID, String> due) {
        Set<String> published = new HashSet<>();
        builder.build(due.keySet()).forEach(snapshot -> {
            grid.put(snapshot);
            published.add(snapshot.key());
        });
        remove(due.values(), published);
    }

    private void remove(Collection<String> due, Set<String> published) {
        for (String key : new HashSet<>(due)) {
            if (!published.contains(key)) {
                grid.remove(key);
            }
        }
    }
}
