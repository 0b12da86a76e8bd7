package dev.jackstaff.protocols.fleet;

import dev.jackstaff.engine.fleet.EdgeStatus;
import java.util.List;

/** Where a host puts what edges say of themselves. A port. */
@FunctionalInterface
public interface FleetIntake {
    /** Takes what some edges say; false where that is not possible now. */
    boolean accept(List<EdgeStatus> statuses);
}
