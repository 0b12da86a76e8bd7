package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.WriteQuota;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A limiter of writes: each credential has a minute's worth at once, and then as many as pass in their turn. Kept in memory,
 * for the most recent credentials only; so each hub counts for itself. Thread-safe.
 */
@ApplicationScoped
public class WriteThrottle {
    /** The most writes in a minute, unless configured otherwise. */
    public static final int DEFAULT_PER_MINUTE = 1_200;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private int perMinute;
    private Duration interval = MINUTE;
    private AttemptBudgets<String> budgets = new AttemptBudgets<>(1, interval);

    /**
     * Sets the limit, and forgets what was counted.
     *
     * @param most the writes of one credential in a minute; 0 for any number
     */
    public synchronized void configure(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("the limit of writes must not be negative: " + most);
        }
        perMinute = most;
        interval = MINUTE.dividedBy(Math.max(1, most));
        budgets = new AttemptBudgets<>(Math.max(1, most), interval);
    }

    /**
     * Charges a write.
     *
     * @param credential its hash
     * @throws DomainException.Throttled if it comes too soon after too many
     */
    public synchronized void charge(String credential, Instant now) {
        if (perMinute == 0) {
            return;
        }
        Duration pause = budgets.pause(credential, now);
        if (!pause.isZero()) {
            throw new DomainException.Throttled(
                    "this credential may make " + perMinute + " changes in a minute", pause.plusMillis(999));
        }
        budgets.begin(credential, now);
        budgets.fail(credential);
    }

    /**
     * Tells what a credential may still write.
     *
     * @param credential its hash
     * @return empty if there is no limit
     */
    public synchronized Optional<WriteQuota> quota(String credential, Instant now) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        Duration wholeIn = budgets.wholeIn(credential, now);
        long used = wholeIn.plus(interval).minusNanos(1).dividedBy(interval);
        int remaining = (int) Math.max(0, perMinute - used);
        return Optional.of(new WriteQuota(
                perMinute, MINUTE, remaining, remaining == 0 ? budgets.pause(credential, now) : wholeIn));
    }
}
