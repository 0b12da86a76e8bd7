package dev.jackstaff.domain.snapshot.boundary;

import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.snapshot.control.DataGrid;
import dev.jackstaff.domain.snapshot.control.DatabaseEpoch;
import dev.jackstaff.domain.snapshot.control.Outbox;
import dev.jackstaff.domain.snapshot.control.SnapshotBuilder;
import dev.jackstaff.engine.snapshot.SnapshotHead;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One publication round: it puts the snapshots that the outbox names from PostgreSQL into the grid, in one transaction
 * under the publication lock. So several hubs publish one after the other, each the newest state, and a round that
 * fails leaves the outbox as it was. Needs no role: the hub itself publishes.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SnapshotPublication {
    private static final Logger LOG = Logger.getLogger(SnapshotPublication.class.getName());

    @Inject
    Outbox outbox;

    @Inject
    SnapshotBuilder builder;

    @Inject
    DatabaseEpoch epoch;

    @Inject
    Revisions revisions;

    @Inject
    DataGrid grid;

    /** Publishes the environments in the outbox. */
    public void publishPending() {
        outbox.lock();
        publish(outbox.drain());
    }

    /**
     * Publishes pending and missing snapshots, and removes surplus ones. Before that it raises revisions that the database
     * has lost: by being restored, or as the grid shows.
     */
    public void reconcile() {
        outbox.lock();
        epoch.renew();
        Map<UUID, String> environments = currentEnvironments();
        Map<UUID, SnapshotHead> heads = new HashMap<>();
        environments.forEach((id, key) -> grid.head(key).ifPresent(head -> heads.put(id, head)));
        Map<UUID, Long> present = outbox.revisions();
        environments.forEach((id, key) -> raiseAbove(key, id, heads.get(id), present.getOrDefault(id, Long.MAX_VALUE)));
        Map<UUID, String> due = new HashMap<>(outbox.drain());
        present.forEach((id, revision) -> {
            SnapshotHead head = heads.get(id);
            String key = environments.get(id);
            if (key != null && (head == null || head.precedes(id.toString(), revision))) {
                due.put(id, key);
            }
        });
        publish(due);
        Set<String> surplus = new HashSet<>(grid.snapshotKeys());
        surplus.removeAll(new HashSet<>(environments.values()));
        surplus.forEach(grid::remove);
    }

    /** Raises a revision above that of the grid, which was read before the database. */
    private void raiseAbove(String key, UUID id, @Nullable SnapshotHead head, long revision) {
        if (head != null && head.isLaterThan(id.toString(), revision)) {
            LOG.log(
                    Level.WARNING,
                    "The data grid has revision {0} of {1}, the database has {2}: it went back. The revision is raised.",
                    new Object[] {Long.toString(head.revision()), key, Long.toString(revision)});
            revisions.raiseAbove(id, head.revision());
        }
    }

    /** The environments by id, with their keys. Announces what was announced before and is there no longer. */
    private Map<UUID, String> currentEnvironments() {
        Set<String> gone = new HashSet<>(grid.announcedKeys());
        Map<UUID, String> environments = outbox.environments();
        epoch.requireWhole();
        gone.removeAll(new HashSet<>(environments.values()));
        grid.withdraw(gone);
        return environments;
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
        return epoch.isOver()
                || !grid.snapshotKeys().equals(Set.copyOf(environments.values()))
                || outbox.revisions().entrySet().stream()
                        .anyMatch(revision -> environments.containsKey(revision.getKey())
                                && !isInGrid(
                                        environments.get(revision.getKey()), revision.getKey(), revision.getValue()));
    }

    private boolean isInGrid(String key, UUID id, long revision) {
        return grid.hasSeen(key, id, revision) && !grid.hasSeenLater(key, id, revision);
    }

    private void publish(Map<UUID, String> due) {
        Set<String> published = new HashSet<>();
        builder.build(due.keySet()).forEach(snapshot -> {
            grid.put(snapshot);
            published.add(snapshot.key());
        });
        epoch.requireWhole();
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
