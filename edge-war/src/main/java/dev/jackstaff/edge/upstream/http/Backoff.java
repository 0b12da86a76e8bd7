package dev.jackstaff.edge.upstream.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a time drawn at random below a bound that doubles with each failure ("full jitter"),
 * so that many who lost the same source do not come back at the same moment. Not thread-safe.
 */
final class Backoff {
    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int MOST_DOUBLINGS = 10;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The time to wait after one more failure. */
    Duration next() {
        long bound = Math.min(LONGEST.toMillis(), FIRST.toMillis() << failures);
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        return Duration.ofMillis(random.nextLong(bound));
    }

    /** It worked: the next failure is the first again. */
    void reset() {
        failures = 0;
    }
}
