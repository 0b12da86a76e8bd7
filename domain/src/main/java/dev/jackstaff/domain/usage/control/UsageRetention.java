package dev.jackstaff.domain.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The retention of usage. Of several hubs, one at a time removes what has expired. */
@ApplicationScoped
public class UsageRetention {

    /** The time that batch ids are remembered to detect repeats; edges stop repeating long before. */
    private static final Duration BATCH_PERIOD = Duration.ofDays(30);

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(90);
    private static final Duration MIN_PERIOD = Duration.ofDays(1);

    @Inject
    UsageStore store;

    @Inject
    Clock clock;

    private volatile Duration period = DEFAULT_PERIOD;

    /** Sets the retention period, at least one day. */
    public void configure(Duration time) {
        period = time.compareTo(MIN_PERIOD) < 0 ? MIN_PERIOD : time;
    }

    /** The instant before which usage has expired. */
    public Instant oldestKept(Instant now) {
        return now.minus(period);
    }

    /** Removes expired usage in the caller's transaction; does nothing while another hub does. */
    public void removeExpired() {
        Instant now = clock.instant();
        if (store.tryLockCleanup()) {
            store.removeUsageBefore(oldestKept(now));
            store.removeBatchesBefore(now.minus(BATCH_PERIOD));
        }
    }
}
