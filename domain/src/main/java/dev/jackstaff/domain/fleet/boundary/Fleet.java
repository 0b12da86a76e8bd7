package dev.jackstaff.domain.fleet.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.fleet.control.Concerns;
import dev.jackstaff.domain.fleet.control.FleetLimits;
import dev.jackstaff.domain.fleet.control.FleetStore;
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

/** All edges of this hub. */
@ApplicationScoped
@Transactional
public class Fleet {
    @Inject
    FleetStore store;

    @Inject
    FleetLimits limits;

    @Inject
    Clock clock;

    /** Edges tell of themselves. Needs no role: whoever calls this has seen the edge's key, or is the data grid's own. */
    public void report(Collection<EdgeStatus> statuses) {
        store.put(statuses, clock.instant());
    }

    /** Every edge that has told of itself and was not silent for long, by id. */
    @RequiresRole(Role.VIEWER)
    public List<EdgeServerView> servers() {
        Instant now = clock.instant();
        List<FleetStore.Known> known = store.all();
        Map<String, FleetStore.Head> heads = store.heads();
        Map<String, Long> newest = new HashMap<>();
        heads.forEach((id, head) -> newest.put(id, head.revision()));
        Concerns concerns = Concerns.of(known, heads, limits.values(), now);
        return known.stream()
                .map(server -> new EdgeServerView(server.status(), server.seenAt(), newest, concerns.about(server)))
                .toList();
    }
}
