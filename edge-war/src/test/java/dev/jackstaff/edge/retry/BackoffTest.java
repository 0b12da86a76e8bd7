package dev.jackstaff.edge.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration MAX_BOUND = Duration.ofSeconds(3);

    /** A source of zeros only, which give the longest delays. */
    private static final RandomGenerator ALWAYS_ZERO = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return 0;
        }
    };

    @Test
    void theBoundDoublesUpToTheLongest() {
        Backoff backoff = new Backoff(FIRST, MAX_BOUND, () -> ALWAYS_ZERO);

        assertThat(IntStream.rangeClosed(1, 40).mapToObj(backoff::delay).map(Duration::toMillis))
                .startsWith(250L, 500L, 1_000L, 2_000L, 3_000L, 3_000L)
                .allMatch(millis -> millis <= 3_000);
    }

    @Test
    void whatOneWaitsForChangesNothingForAnother() {
        Backoff backoff = new Backoff(FIRST, MAX_BOUND, () -> ALWAYS_ZERO);
        assertThat(backoff.delay(5)).isEqualTo(MAX_BOUND);

        assertThat(backoff.delay(1)).isEqualTo(FIRST);
    }

    @Test
    void theUpperHalfIsDrawnFrom() {
        SplittableRandom random = new SplittableRandom(42);
        Backoff backoff = new Backoff(FIRST, MAX_BOUND, () -> random);

        assertThat(Stream.generate(() -> backoff.delay(10)).limit(1_000).map(Duration::toMillis))
                .allMatch(millis -> millis >= 1_500)
                .anyMatch(millis -> millis < 1_600)
                .anyMatch(millis -> millis > 2_900);
    }
}
