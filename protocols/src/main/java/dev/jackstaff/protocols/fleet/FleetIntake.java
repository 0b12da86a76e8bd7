package dev.jackstaff.protocols.fleet;

import dev.jackstaff.engine.fleet.EdgeStatus;
import java.util.List;

/** The host's port for status reports of edges. */
@FunctionalInterface
public interface FleetIntake {
    /** Accepts status reports; false if that is not possible now. */
    boolean accept(List<EdgeStatus> statuses);
}
