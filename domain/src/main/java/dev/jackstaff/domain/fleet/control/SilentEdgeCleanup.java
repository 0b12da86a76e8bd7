package dev.jackstaff.domain.fleet.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Edges that have been silent for long are forgotten. Any number of hubs may do so at once. */
@ApplicationScoped
@Transactional
public class SilentEdgeCleanup {
    @Inject
    EdgeStatusStore store;

    @Inject
    FleetLimits limits;

    @Inject
    Clock clock;

    public void removeSilentEdges() {
        store.removeSilentSince(clock.instant().minus(limits.current().removeAfter()));
    }
}
