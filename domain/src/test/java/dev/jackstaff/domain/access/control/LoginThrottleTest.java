package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
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

    @Test
    void ofManyAttemptsAtOnceOnlyAsManyAreAdmittedAsMayFail() {
        assertThat(admittedOf(1_000, "fresh@example.org", NOW)).isEqualTo(LoginThrottle.FAILURES_WITHOUT_PAUSE);
    }

    @Test
    void ofManyAttemptsAtOnceAfterThePauseOneIsAdmitted() {
        Instant later = NOW.plus(LoginThrottle.PAUSE).plus(Duration.ofMillis(1));

        assertThat(admittedOf(1_000, EMAIL, later)).isEqualTo(1);
    }

    @Test
    void whereTooManyAreUnderWayOneMayComeAgainSoon() {
        Instant later = NOW.plus(LoginThrottle.PAUSE);
        throttle.checkAllowed(EMAIL, later);

        assertThatThrownBy(() -> throttle.checkAllowed(EMAIL, later))
                .isInstanceOfSatisfying(DomainException.Throttled.class, throttled -> assertThat(throttled.retryAfter())
                        .isLessThan(LoginThrottle.PAUSE));
    }

    @Test
    void thoseWhoSucceedAtOnceAreNotHeldUpLater() {
        for (int i = 0; i < LoginThrottle.FAILURES_WITHOUT_PAUSE; i++) {
            throttle.checkAllowed("fresh@example.org", NOW);
        }
        for (int i = 0; i < LoginThrottle.FAILURES_WITHOUT_PAUSE; i++) {
            throttle.recordSuccess("fresh@example.org");
        }

        assertThatCode(() -> throttle.checkAllowed("fresh@example.org", NOW)).doesNotThrowAnyException();
    }

    @Test
    void anAttemptThatCameToNoEndCountsNeitherWay() {
        for (int i = 0; i < 2 * LoginThrottle.FAILURES_WITHOUT_PAUSE; i++) {
            throttle.checkAllowed("fresh@example.org", NOW);
            throttle.abandoned("fresh@example.org");
        }

        assertThat(admittedOf(LoginThrottle.FAILURES_WITHOUT_PAUSE, "fresh@example.org", NOW))
                .isEqualTo(LoginThrottle.FAILURES_WITHOUT_PAUSE);
    }

    private int admittedOf(int many, String email, Instant now) {
        return IntStream.range(0, many)
                .parallel()
                .map(attempt -> {
                    try {
                        throttle.checkAllowed(email, now);
                        return 1;
                    } catch (DomainException.Throttled refused) {
                        return 0;
                    }
                })
                .sum();
    }
}
