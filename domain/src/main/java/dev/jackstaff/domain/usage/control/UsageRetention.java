package dev.jackstaff.domain.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** For how long usage is kept. Of several hubs one at a time removes what is older. */
@ApplicationScoped
public class UsageRetention {

    /** For how long a batch that arrives again is known to have arrived: edges give up long before. */
    private static final Duration BATCH_PERIOD = Duration.ofDays(30);

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(90);
    private static final Duration MIN_PERIOD = Duration.ofDays(1);

    @Inject
    UsageStore store;

    @Inject
    Clock clock;

    private volatile Duration period = DEFAULT_PERIOD;

    /** Has usage kept for this time; a day at least. */
    public void configure(Duration time) {
        period = time.compareTo(MIN_PERIOD) < 0 ? MIN_PERIOD : time;
    }

    /** The beginning of what is kept. */
    public Instant oldestKept(Instant now) {
        return now.minus(period);
    }

    /** Removes what is older, in the caller's transaction; nothing where another hub does so at this moment. */
    public void removeExpired() {
        Instant now = clock.instant();
        if (store.tryLockCleanup()) {
            store.removeUsageBefore(oldestKept(now));
            store.removeBatchesBefore(now.minus(BATCH_PERIOD));
        }
    }
}
