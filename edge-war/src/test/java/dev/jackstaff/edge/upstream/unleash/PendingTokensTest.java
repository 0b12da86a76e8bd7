package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.upstream.unleash.PendingTokens.TokenStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PendingTokensTest {
    private final AtomicLong nanos = new AtomicLong();
    private final PendingTokens newcomers = new PendingTokens(Duration.ofSeconds(30), nanos::get);

    @Test
    void aTokenIsNewOnce() {
        assertThat(newcomers.submit("a")).isEqualTo(TokenStatus.NEW);
        assertThat(newcomers.submit("a")).isEqualTo(TokenStatus.PENDING);
        assertThat(newcomers.takeBatch(10)).containsExactly("a");
        assertThat(newcomers.submit("a")).isEqualTo(TokenStatus.PENDING);
        assertThat(newcomers.hasWaiting()).isFalse();
    }

    @Test
    void oneThatWasAskedAboutInVainWaitsAgain() {
        newcomers.submit("a");
        newcomers.requeue(newcomers.takeBatch(10));

        assertThat(newcomers.hasWaiting()).isTrue();
        assertThat(newcomers.takeBatch(10)).containsExactly("a");
    }

    @Test
    void aRefusalIsRememberedForAWhile() {
        newcomers.submit("a");
        newcomers.takeBatch(10);
        newcomers.markRefused("a");

        assertThat(newcomers.submit("a")).isEqualTo(TokenStatus.REFUSED);
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(newcomers.submit("a")).isEqualTo(TokenStatus.NEW);
    }

    @Test
    void whatCannotBeATokenIsNeverAskedAbout() {
        for (String token : List.of("", "a b", "a\nb", "é", "x".repeat(513))) {
            assertThat(newcomers.submit(token)).isEqualTo(TokenStatus.REFUSED);
        }
        assertThat(newcomers.hasWaiting()).isFalse();
    }

    @Test
    void strangersCannotFillTheMemory() {
        for (int i = 0; i < 10_000; i++) {
            newcomers.submit("waiting" + i);
        }
        assertThat(newcomers.takeBatch(Integer.MAX_VALUE)).hasSize(1_000);
        for (int i = 0; i < 10_000; i++) {
            newcomers.markRefused("refused" + i);
        }

        assertThat(newcomers.submit("refused9999")).isEqualTo(TokenStatus.REFUSED);
        assertThat(newcomers.submit("refused0")).isEqualTo(TokenStatus.NEW);
    }
}
