package dev.jackstaff.protocols.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final String ONE = "demo/production";
    private static final String OTHER = "demo/staging";

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Freshness freshness = new Freshness(nanos::get);

    @Test
    void nobodyKnowsBeforeTheSourceHasSpoken() {
        assertThat(freshness.age(ONE)).isEmpty();
        assertThat(freshness.oldest()).isEmpty();
    }

    @Test
    void theAgeIsTheSourcesOwnAndTheTimeSince() {
        freshness.confirm(ONE, Duration.ofSeconds(3));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(freshness.age(ONE)).contains(Duration.ofSeconds(5));
    }

    @Test
    void anOlderWordDoesNotMakeItOlder() {
        freshness.confirm(ONE, Duration.ZERO);
        freshness.confirm(ONE, Duration.ofSeconds(30));

        assertThat(freshness.age(ONE)).contains(Duration.ZERO);
    }

    @Test
    void whatIsAheadIsSaidUntilItIsConfirmedOrForgotten() {
        assertThat(freshness.recordAhead(ONE)).isTrue();
        assertThat(freshness.recordAhead(ONE)).isFalse();
        freshness.recordAhead(OTHER);
        assertThat(freshness.ahead()).containsExactlyInAnyOrder(ONE, OTHER);

        freshness.confirm(ONE, Duration.ZERO);
        freshness.forget(OTHER);

        assertThat(freshness.ahead()).isEmpty();
    }

    @Test
    void theOldestCountsUntilItIsForgotten() {
        freshness.confirm(ONE, Duration.ofSeconds(1));
        freshness.confirm(OTHER, Duration.ofSeconds(9));
        assertThat(freshness.oldest()).contains(Duration.ofSeconds(9));

        freshness.forget(OTHER);

        assertThat(freshness.oldest()).contains(Duration.ofSeconds(1));
    }
}
