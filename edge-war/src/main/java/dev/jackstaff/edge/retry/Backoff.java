package dev.jackstaff.edge.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a time drawn at random from the upper half below a bound that doubles with each failure
 * ("equal jitter"), so that many who lost the same source neither come back at the same moment nor at once. Not thread-safe.
 */
public final class Backoff {
    private static final int MAX_DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;
    private final Supplier<RandomGenerator> random;
    private int failures;

    /**
     * Of who has not failed yet.
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

    /** The time to wait after one more failure. */
    public Duration nextDelay() {
        long bound = Math.min(longest.toMillis(), first.toMillis() << failures);
        failures = Math.min(failures + 1, MAX_DOUBLINGS);
        return Duration.ofMillis(bound - random.get().nextLong(bound / 2 + 1));
    }

    /** It worked: the next failure is the first again. */
    public void reset() {
        failures = 0;
    }
}
