package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.WriteQuota;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteThrottleTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final WriteThrottle throttle = new WriteThrottle();

    @BeforeEach
    void fourInAMinute() {
        throttle.configure(4);
    }

    @Test
    void whoMakesTooManyIsToldWhenToTryAgain() {
        charge("a", 4, NOW);

        assertThatThrownBy(() -> throttle.charge("a", NOW))
                .isInstanceOfSatisfying(DomainException.Throttled.class, refused -> assertThatCode(
                                () -> throttle.charge("a", NOW.plus(refused.retryAfter())))
                        .doesNotThrowAnyException())
                .hasMessage("this credential may make 4 changes in a minute; try again in 15 s");
    }

    @Test
    void refusedWritesDoNotCount() {
        charge("a", 4, NOW);
        assertThatThrownBy(() -> throttle.charge("a", NOW)).isInstanceOf(DomainException.Throttled.class);

        assertThatCode(() -> charge("a", 4, NOW.plus(Duration.ofMinutes(1)))).doesNotThrowAnyException();
    }

    @Test
    void anotherCredentialHasItsOwn() {
        charge("a", 4, NOW);

        assertThatCode(() -> charge("b", 4, NOW)).doesNotThrowAnyException();
    }

    @Test
    void zeroIsNoLimit() {
        throttle.configure(0);

        assertThatCode(() -> charge("a", 10_000, NOW)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> throttle.configure(-1));
    }

    @Test
    void theQuotaShrinksWithEachWriteAndGrowsWithTime() {
        assertThat(quota("a", NOW)).isEqualTo(aQuota(4, 0));

        charge("a", 1, NOW);
        assertThat(quota("a", NOW)).isEqualTo(aQuota(3, 15));
        assertThat(quota("b", NOW)).isEqualTo(aQuota(4, 0));

        charge("a", 3, NOW);
        assertThat(quota("a", NOW)).describedAs("the time until the next").isEqualTo(aQuota(0, 15));
        assertThat(quota("a", NOW.plusSeconds(14))).isEqualTo(aQuota(0, 1));
        assertThat(quota("a", NOW.plusSeconds(15)))
                .describedAs("the time until all")
                .isEqualTo(aQuota(1, 45));
        assertThat(quota("a", NOW.plusSeconds(90))).isEqualTo(aQuota(4, 0));
    }

    @Test
    void thereIsNoQuotaWithoutALimit() {
        throttle.configure(0);

        assertThat(throttle.quota("a", NOW)).isEmpty();
    }

    private WriteQuota quota(String credential, Instant now) {
        return throttle.quota(credential, now).orElseThrow();
    }

    private static WriteQuota aQuota(int remaining, int renewalSeconds) {
        return new WriteQuota(4, Duration.ofMinutes(1), remaining, Duration.ofSeconds(renewalSeconds));
    }

    private void charge(String credential, int times, Instant now) {
        for (int i = 0; i < times; i++) {
            throttle.charge(credential, now);
        }
    }
}
