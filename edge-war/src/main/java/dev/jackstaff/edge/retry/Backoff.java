package dev.jackstaff.edge.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * An exponential backoff with equal jitter. The delay is random in the upper half of a bound that doubles with each
 * failure. The caller counts the failures. Thread-safe.
 */
public final class Backoff {
    private static final int MAX_DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;
    private final Supplier<RandomGenerator> random;

    /**
     * A backoff with its bounds.
     *
     * @param first the bound after one failure
     * @param longest the greatest bound
     */
    public Backoff(Duration first, Duration longest) {
        this(first, longest, ThreadLocalRandom::current);
    }

    Backoff(Duration first, Duration longest, Supplier<RandomGenerator> random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * The delay after a number of failures.
     *
     * @param failures the number of failures in a row; 1 after the first
     */
    public Duration delay(int failures) {
        int doublings = Math.max(0, Math.min(failures - 1, MAX_DOUBLINGS));
        long bound = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(bound - random.get().nextLong(bound / 2 + 1));
    }
}
