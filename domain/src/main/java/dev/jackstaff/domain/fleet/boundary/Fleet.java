package dev.jackstaff.domain.fleet.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.fleet.EdgeServerView;
import dev.jackstaff.domain.fleet.control.EdgeAlarms;
import dev.jackstaff.domain.fleet.control.EdgeStatusStore;
import dev.jackstaff.domain.fleet.control.FleetLimits;
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

/** The use cases of the edges of this hub. */
@ApplicationScoped
@Transactional
public class Fleet {
    @Inject
    EdgeStatusStore store;

    @Inject
    FleetLimits limits;

    @Inject
    Clock clock;

    /** Stores status reports of edges. Needs no role: the caller has checked the edge's key, or reads the data grid. */
    public void recordStatuses(Collection<EdgeStatus> statuses) {
        store.save(statuses, clock.instant());
    }

    /** Removes edges that have been silent for too long. Needs no role. Safe on several hubs at once. */
    public void removeSilentEdges() {
        store.removeSilentSince(clock.instant().minus(limits.current().removeAfter()));
    }

    /** Lists every known edge with its alarms, by id. */
    @RequiresRole(Role.VIEWER)
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
