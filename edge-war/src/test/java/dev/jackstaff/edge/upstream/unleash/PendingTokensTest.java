package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.upstream.unleash.PendingTokens.TokenStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PendingTokensTest {
    private final AtomicLong nanos = new AtomicLong();
    private final PendingTokens pending = new PendingTokens(Duration.ofSeconds(30), nanos::get);

    @Test
    void aTokenIsNewOnce() {
        assertThat(pending.submit("a")).isEqualTo(TokenStatus.NEW);
        assertThat(pending.submit("a")).isEqualTo(TokenStatus.PENDING);
        assertThat(pending.takeBatch(10)).containsExactly("a");
        assertThat(pending.submit("a")).isEqualTo(TokenStatus.PENDING);
        assertThat(pending.hasWaiting()).isFalse();
    }

    @Test
    void oneThatWasAskedAboutInVainWaitsAgain() {
        pending.submit("a");
        pending.requeue(pending.takeBatch(10));

        assertThat(pending.hasWaiting()).isTrue();
        assertThat(pending.takeBatch(10)).containsExactly("a");
    }

    @Test
    void aRefusalIsRememberedForAWhile() {
        pending.submit("a");
        pending.takeBatch(10);
        pending.markRefused("a");

        assertThat(pending.submit("a")).isEqualTo(TokenStatus.REFUSED);
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(pending.submit("a")).isEqualTo(TokenStatus.NEW);
    }

    @Test
    void whatCannotBeATokenIsNeverAskedAbout() {
        for (String token : List.of("", "a b", "a\nb", "é", "x".repeat(513))) {
            assertThat(pending.submit(token)).isEqualTo(TokenStatus.REFUSED);
        }
        assertThat(pending.hasWaiting()).isFalse();
    }

    @Test
    void strangersCannotFillTheMemory() {
        for (int i = 0; i < 10_000; i++) {
            pending.submit("waiting" + i);
        }
        assertThat(pending.takeBatch(Integer.MAX_VALUE)).hasSize(1_000);
        for (int i = 0; i < 10_000; i++) {
            pending.markRefused("refused" + i);
        }

        assertThat(pending.submit("refused9999")).isEqualTo(TokenStatus.REFUSED);
        assertThat(pending.submit("refused0")).isEqualTo(TokenStatus.NEW);
    }
}
