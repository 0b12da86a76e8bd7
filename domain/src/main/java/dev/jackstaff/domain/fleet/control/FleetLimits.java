package dev.jackstaff.domain.fleet.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The thresholds of edge alarms; defaults until the hub starts with others. */
@ApplicationScoped
public class FleetLimits {
    private volatile Values current = new Values(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofHours(24));

    /**
     * The limits.
     *
     * @param lagAfter after this time an edge that does not have the newest revision lags
     * @param silentAfter after this time without a status report an edge is silent
     * @param removeAfter after this time without a status report an edge is removed
     */
    public record Values(Duration lagAfter, Duration silentAfter, Duration removeAfter) {}

    /** Replaces the limits. */
    public void configure(Values limits) {
        current = limits;
    }

    public Values current() {
        return current;
    }
}
