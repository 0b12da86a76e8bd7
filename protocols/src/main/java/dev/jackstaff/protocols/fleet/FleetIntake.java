package dev.jackstaff.protocols.fleet;

import dev.jackstaff.engine.fleet.EdgeStatus;
import java.util.List;

/** The host's port for status reports of edges. A port. */
@FunctionalInterface
public interface FleetIntake {
    /** Takes what some edges say; false where that is not possible now. */
    boolean accept(List<EdgeStatus> statuses);
}
