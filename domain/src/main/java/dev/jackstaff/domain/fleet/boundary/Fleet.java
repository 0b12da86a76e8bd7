package dev.jackstaff.domain.fleet.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.fleet.EdgeServerView;
import dev.jackstaff.domain.fleet.control.EdgeAlarms;
import dev.jackstaff.domain.fleet.control.EdgeStatusStore;
import dev.jackstaff.domain.fleet.control.FleetLimits;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.engine.fleet.EdgeStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The use cases of the edges of this hub. */
@ApplicationScoped
@Transactional
public class Fleet {
    /** The number of changes that an environment may be ahead of an epoch that begins now. */
    private static final long MAX_CHANGES_OF_EPOCH = 1_000_000;

    private static final Logger LOG = Logger.getLogger(Fleet.class.getName());

    @Inject
    EdgeStatusStore store;

    @Inject
    Revisions revisions;

    @Inject
    FleetLimits limits;

    @Inject
    Clock clock;

    /** Stores status reports of edges. Needs no role: the caller has checked the edge's key, or reads the data grid. */
    public void recordStatuses(Collection<EdgeStatus> statuses) {
        store.save(statuses, clock.instant());
        raiseAboveLater(statuses);
    }

    /**
     * Raises revisions that edges show the database to have lost: it was put back without a trace, for example as a copy
     * of its files. What no hub can have counted to is ignored.
     */
    private void raiseAboveLater(Collection<EdgeStatus> statuses) {
        Map<String, EdgeStatusStore.EnvironmentRevision> present = store.environmentRevisions();
        Map<String, Long> later = new HashMap<>();
        long greatest = Revisions.leastOfEpoch(clock.instant()) + MAX_CHANGES_OF_EPOCH;
        for (EdgeStatus status : statuses) {
            for (EdgeStatus.EnvironmentStatus served : status.environments()) {
                EdgeStatusStore.EnvironmentRevision own = present.get(served.id());
                if (own != null && served.revision() > own.revision() && served.revision() <= greatest) {
                    later.merge(served.id(), served.revision(), Math::max);
                    logLater(status, served, own);
                }
            }
        }
        later.forEach((id, revision) -> revisions.raiseAbove(UUID.fromString(id), revision));
    }

    private static void logLater(
            EdgeStatus status, EdgeStatus.EnvironmentStatus served, EdgeStatusStore.EnvironmentRevision own) {
        LOG.log(
                Level.WARNING,
                "Edge {0} serves revision {1} of {2}, the database has {3}: it went back. The revision is raised.",
                new Object[] {status.id(), Long.toString(served.revision()), served.key(), Long.toString(own.revision())
                });
    }

    /** Removes edges that have been silent for too long. Needs no role. Safe on several hubs at once. */
    public void removeSilentEdges() {
        store.removeSilentSince(clock.instant().minus(limits.current().removeAfter()));
    }

    /** Lists every known edge with its alarms, by id. */
    @RequiresPermission(Permission.EDGE_READ)
    public List<EdgeServerView> servers() {
        Instant now = clock.instant();
        List<EdgeStatusStore.StoredStatus> stored = store.all();
        Map<String, EdgeStatusStore.EnvironmentRevision> heads = store.environmentRevisions();
        Map<String, Long> newest = new HashMap<>();
        heads.forEach((id, head) -> newest.put(id, head.revision()));
        EdgeAlarms alarms = EdgeAlarms.of(stored, heads, limits.current(), now);
        return stored.stream()
                .map(server -> new EdgeServerView(server.status(), server.seenAt(), newest, alarms.alarmsOf(server)))
                .toList();
    }
}
