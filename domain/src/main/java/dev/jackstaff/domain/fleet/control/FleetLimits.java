package dev.jackstaff.domain.fleet.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** From when on something is said of an edge. The usual limits, until the hub starts with others. */
@ApplicationScoped
public class FleetLimits {
    private volatile Values values = new Values(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofHours(24));

    /**
     * The limits.
     *
     * @param lag after this time an edge that does not have the newest revision lags
     * @param silence after this time without a word an edge is silent
     * @param forgetting after this time without a word an edge is forgotten
     */
    public record Values(Duration lag, Duration silence, Duration forgetting) {}

    /** Has these limits from now on. */
    public void use(Values limits) {
        values = limits;
    }

    public Values values() {
        return values;
    }
}
