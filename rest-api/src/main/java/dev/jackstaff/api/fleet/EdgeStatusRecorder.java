package dev.jackstaff.api.fleet;

import dev.jackstaff.domain.fleet.boundary.Fleet;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.protocols.fleet.FleetIntake;
import dev.jackstaff.protocols.fleet.FleetReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The receiver of edge status reports, which stores them; edges repeat what cannot be stored. */
@ApplicationScoped
public class EdgeStatusRecorder implements FleetIntake {
    private static final Logger LOG = Logger.getLogger(EdgeStatusRecorder.class.getName());

    @Inject
    Fleet fleet;

    @Inject
    FleetReceiver reception;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        reception.setIntake(this);
    }

    @Override
    public boolean accept(List<EdgeStatus> statuses) {
        try {
            fleet.recordStatuses(statuses);
            return true;
        } catch (RuntimeException unavailable) {
            LOG.log(Level.FINE, "Status reports of edges cannot be stored.", unavailable);
            return false;
        }
    }
}
