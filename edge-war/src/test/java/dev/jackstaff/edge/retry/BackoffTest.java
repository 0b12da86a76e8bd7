package dev.jackstaff.edge.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration MAX_BOUND = Duration.ofSeconds(3);

    /** Draws nought, always: the longest times there are. */
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

        assertThat(Stream.generate(backoff::nextDelay).limit(40).map(Duration::toMillis))
                .startsWith(250L, 500L, 1_000L, 2_000L, 3_000L, 3_000L)
                .allMatch(millis -> millis <= 3_000);
    }

    @Test
    void afterSuccessTheNextFailureIsTheFirst() {
        Backoff backoff = new Backoff(FIRST, MAX_BOUND, () -> ALWAYS_ZERO);
        fail(backoff, 5);

        backoff.reset();

        assertThat(backoff.nextDelay()).isEqualTo(FIRST);
    }

    @Test
    void theUpperHalfIsDrawnFrom() {
        SplittableRandom random = new SplittableRandom(42);
        Backoff backoff = new Backoff(FIRST, MAX_BOUND, () -> random);
        fail(backoff, 10);

        assertThat(Stream.generate(backoff::nextDelay).limit(1_000).map(Duration::toMillis))
                .allMatch(millis -> millis >= 1_500)
                .anyMatch(millis -> millis < 1_600)
                .anyMatch(millis -> millis > 2_900);
    }

    private static void fail(Backoff backoff, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(backoff.nextDelay()).isLessThanOrEqualTo(MAX_BOUND);
        }
    }
}
