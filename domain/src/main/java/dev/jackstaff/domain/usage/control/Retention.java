package dev.jackstaff.domain.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** For how long usage is kept. Of several hubs one at a time removes what is older. */
@ApplicationScoped
@Transactional
public class Retention {

    /** For how long a batch that arrives again is known to have arrived: edges give up long before. */
    private static final Duration BATCHES = Duration.ofDays(30);

    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration SHORTEST = Duration.ofDays(1);

    @Inject
    UsageStore store;

    @Inject
    Clock clock;

    private volatile Duration kept = USUAL;

    /** Has usage kept for this time; a day at least. */
    public void keep(Duration time) {
        kept = time.compareTo(SHORTEST) < 0 ? SHORTEST : time;
    }

    /** The beginning of what is kept. */
    public Instant oldestUsage(Instant now) {
        return now.minus(kept);
    }

    /** Removes what is older; nothing where another hub does so at this moment. */
    public void sweep() {
        Instant now = clock.instant();
        if (store.lockForSweeping()) {
            store.removeUsageBefore(oldestUsage(now));
            store.removeBatchesBefore(now.minus(BATCHES));
        }
    }
}
