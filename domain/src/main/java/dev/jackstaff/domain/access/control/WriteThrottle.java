package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

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
    private AttemptBudgets<String> budgets = new AttemptBudgets<>(1, MINUTE);

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
        budgets = new AttemptBudgets<>(Math.max(1, most), MINUTE.dividedBy(Math.max(1, most)));
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
}
