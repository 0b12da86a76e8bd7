package dev.jackstaff.domain.idempotency.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** The time for which requests that may be repeated are remembered, with their answers. */
@ApplicationScoped
public class RequestRetention {
    /** The time, unless configured otherwise. */
    public static final Duration DEFAULT_PERIOD = Duration.ofHours(24);

    private static final Duration MIN_PERIOD = Duration.ofHours(1);

    private volatile Duration period = DEFAULT_PERIOD;

    /** Sets the time, at least one hour. */
    public void configure(Duration time) {
        period = time.compareTo(MIN_PERIOD) < 0 ? MIN_PERIOD : time;
    }

    /** The instant before which requests are forgotten. */
    public Instant oldestKept(Instant now) {
        return now.minus(period);
    }
}
