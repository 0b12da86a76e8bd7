package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.upstream.unleash.Newcomers.Standing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NewcomersTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Newcomers newcomers = new Newcomers(Duration.ofSeconds(30), nanos::get);

    @Test
    void aTokenIsNewOnce() {
        assertThat(newcomers.meet("a")).isEqualTo(Standing.NEW);
        assertThat(newcomers.meet("a")).isEqualTo(Standing.UNDECIDED);
        assertThat(newcomers.take(10)).containsExactly("a");
        assertThat(newcomers.meet("a")).isEqualTo(Standing.UNDECIDED);
        assertThat(newcomers.someWait()).isFalse();
    }

    @Test
    void oneThatWasAskedAboutInVainWaitsAgain() {
        newcomers.meet("a");
        newcomers.putBack(newcomers.take(10));

        assertThat(newcomers.someWait()).isTrue();
        assertThat(newcomers.take(10)).containsExactly("a");
    }

    @Test
    void aRefusalIsRememberedForAWhile() {
        newcomers.meet("a");
        newcomers.take(10);
        newcomers.refused("a");

        assertThat(newcomers.meet("a")).isEqualTo(Standing.REFUSED);
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(newcomers.meet("a")).isEqualTo(Standing.NEW);
    }

    @Test
    void whatCannotBeATokenIsNeverAskedAbout() {
        for (String token : List.of("", "a b", "a\nb", "é", "x".repeat(513))) {
            assertThat(newcomers.meet(token)).isEqualTo(Standing.REFUSED);
        }
        assertThat(newcomers.someWait()).isFalse();
    }

    @Test
    void strangersCannotFillTheMemory() {
        for (int i = 0; i < 10_000; i++) {
            newcomers.meet("waiting" + i);
        }
        assertThat(newcomers.take(Integer.MAX_VALUE)).hasSize(1_000);
        for (int i = 0; i < 10_000; i++) {
            newcomers.refused("refused" + i);
        }

        assertThat(newcomers.meet("refused9999")).isEqualTo(Standing.REFUSED);
        assertThat(newcomers.meet("refused0")).isEqualTo(Standing.NEW);
    }
}
