package dev.jackstaff.domain.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How many refusals this hub records: 100 at once, then one in ten seconds, which is at most 8,640 a day. The others are
 * counted, and the next that is recorded says how many they were. So nobody fills the database by being refused.
 * Thread-safe.
 */
@ApplicationScoped
public class RefusalBudget {
    static final int BURST = 100;
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private Instant wholeAt = Instant.EPOCH;
    private long skipped;

    /** How many were not recorded since the last one that was, if this one is to be recorded; empty if it is not. */
    public synchronized OptionalLong admit(Instant now) {
        Instant from = wholeAt.isBefore(now) ? now : wholeAt;
        if (Duration.between(now, from).compareTo(INTERVAL.multipliedBy(BURST - 1L)) > 0) {
            skipped++;
            return OptionalLong.empty();
        }
        wholeAt = from.plus(INTERVAL);
        long before = skipped;
        skipped = 0;
        return OptionalLong.of(before);
    }
}
