package dev.jackstaff.edge.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    /** Draws the greatest there is. */
    private static final RandomGenerator UNLUCKY = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @Test
    void theBoundDoublesUpToTheLongest() {
        Backoff backoff = new Backoff(UNLUCKY);

        assertThat(Stream.generate(backoff::next).limit(40).map(Duration::toMillis))
                .startsWith(249L, 499L, 999L, 1_999L, 2_999L, 2_999L)
                .allMatch(millis -> millis < 3_000);
    }

    @Test
    void afterSuccessTheNextFailureIsTheFirst() {
        Backoff backoff = new Backoff(UNLUCKY);
        fail(backoff, 5);

        backoff.reset();

        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(249));
    }

    @Test
    void theWholeRangeIsDrawnFrom() {
        Backoff backoff = new Backoff(new SplittableRandom(42));
        fail(backoff, 10);

        assertThat(Stream.generate(backoff::next).limit(1_000).map(Duration::toMillis))
                .anyMatch(millis -> millis < 300)
                .anyMatch(millis -> millis > 2_700);
    }

    private static void fail(Backoff backoff, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(backoff.next()).isLessThan(Backoff.LONGEST);
        }
    }
}
