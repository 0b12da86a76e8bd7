package dev.jackstaff.edge.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a time drawn at random from the upper half below a bound that doubles with each failure
 * ("equal jitter"), so that many who lost the same source neither come back at the same moment nor at once. Who waits counts the
 * failures. Safe for threads.
 */
public final class Backoff {
    private static final int MAX_DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;
    private final Supplier<RandomGenerator> random;

    /**
     * Bounds of a wait.
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
     * The time to wait.
     *
     * @param failures how many there were in a row; 1 after the first
     */
    public Duration delay(int failures) {
        int doublings = Math.max(0, Math.min(failures - 1, MAX_DOUBLINGS));
        long bound = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(bound - random.get().nextLong(bound / 2 + 1));
    }
}
