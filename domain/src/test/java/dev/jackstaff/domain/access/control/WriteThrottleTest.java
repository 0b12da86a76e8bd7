package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
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

    private void charge(String credential, int times, Instant now) {
        for (int i = 0; i < times; i++) {
            throttle.charge(credential, now);
        }
    }
}
