package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final String EMAIL = "someone@example.org";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final LoginThrottle throttle = new LoginThrottle();

    @BeforeEach
    void manyFailures() {
        for (int i = 0; i < LoginThrottle.FAILURES_WITHOUT_PAUSE; i++) {
            throttle.checkAllowed(EMAIL, NOW);
            throttle.recordFailure(EMAIL, NOW);
        }
    }

    @Test
    void afterManyFailuresTheNextAttemptHasToWait() {
        assertThatThrownBy(() -> throttle.checkAllowed(EMAIL, NOW))
                .isInstanceOfSatisfying(DomainException.Throttled.class, throttled -> assertThat(throttled.retryAfter())
                        .isGreaterThanOrEqualTo(LoginThrottle.PAUSE));
    }

    @Test
    void afterThePauseItIsAdmitted() {
        Instant later = NOW.plus(LoginThrottle.PAUSE).plus(Duration.ofMillis(1));

        assertThatCode(() -> throttle.checkAllowed(EMAIL, later)).doesNotThrowAnyException();
    }

    @Test
    void othersAreNotConcerned() {
        assertThatCode(() -> throttle.checkAllowed("other@example.org", NOW)).doesNotThrowAnyException();
    }

    @Test
    void aSuccessForgivesAll() {
        throttle.recordSuccess(EMAIL);

        assertThatCode(() -> throttle.checkAllowed(EMAIL, NOW)).doesNotThrowAnyException();
    }
}
