package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final LoginAttempt ADA = new LoginAttempt("ada@example.org", "192.0.2.1");
    private static final LoginAttempt ADA_ELSEWHERE = new LoginAttempt("ada@example.org", "192.0.2.2");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER_PAUSE = NOW.plus(LoginThrottle.PAUSE).plusMillis(1);

    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void afterManyFailuresTheNextAttemptHasToWait() {
        failManyTimes(ADA);

        assertThatThrownBy(() -> throttle.checkAllowed(ADA, NOW))
                .isInstanceOfSatisfying(DomainException.Throttled.class, throttled -> assertThat(throttled.retryAfter())
                        .isGreaterThanOrEqualTo(LoginThrottle.PAUSE));
    }

    @Test
    void afterThePauseOneIsAllowed() {
        failManyTimes(ADA);

        assertThat(allowedOf(1_000, AFTER_PAUSE, attempt -> ADA)).isEqualTo(1);
    }

    @Test
    void failuresAreForgottenAtTheSameRate() {
        failManyTimes(ADA);

        Instant later = NOW.plus(LoginThrottle.PAUSE.multipliedBy(LoginThrottle.FAILURES_WITHOUT_PAUSE));

        assertThat(allowedOf(1_000, later, attempt -> ADA)).isEqualTo(LoginThrottle.FAILURES_WITHOUT_PAUSE);
    }

    @Test
    void failuresOfAStrangerDoNotConcernTheOwnerElsewhere() {
        failManyTimes(ADA);

        assertThatCode(() -> throttle.checkAllowed(ADA_ELSEWHERE, NOW)).doesNotThrowAnyException();
    }

    @Test
    void failuresForOneAccountDoNotConcernAnotherFromTheSameSource() {
        failManyTimes(ADA);

        assertThatCode(() -> throttle.checkAllowed(new LoginAttempt("bob@example.org", ADA.source()), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void aSuccessForgivesTheFailuresOfAccountAndSource() {
        IntStream.range(1, LoginThrottle.FAILURES_WITHOUT_PAUSE).forEach(i -> fail(ADA));

        succeed(ADA);

        assertThat(allowedOf(1_000, NOW, attempt -> ADA)).isEqualTo(LoginThrottle.FAILURES_WITHOUT_PAUSE);
    }

    @Test
    void ofManyAttemptsAtOnceOnlyAsManyAreAllowedAsMayFail() {
        assertThat(allowedOf(1_000, NOW, attempt -> ADA)).isEqualTo(LoginThrottle.FAILURES_WITHOUT_PAUSE);
    }

    @Test
    void oneSourceIsLimitedWhateverAccountsItMakesUp() {
        assertThat(allowedOf(1_000, NOW, attempt -> madeUp(attempt, "198.51.100.1")))
                .isEqualTo(LoginThrottle.FAILURES_OF_SOURCE);
    }

    @Test
    void oneAccountIsLimitedWhateverSourcesGuessIt() {
        assertThat(allowedOf(1_000, NOW, attempt -> new LoginAttempt("ada@example.org", "source-" + attempt)))
                .isEqualTo(LoginThrottle.FAILURES_OF_ACCOUNT);
    }

    @Test
    void whoHasLoggedInFromASourceIsNotHeldUpThereByStrangers() {
        succeed(ADA);
        allowedOf(1_000, NOW, attempt -> madeUp(attempt, ADA.source()));
        allowedOf(1_000, NOW, attempt -> new LoginAttempt(ADA.account(), "source-" + attempt));

        assertThat(throttle.checkAllowed(ADA, NOW)).isTrue();
        assertThatThrownBy(() -> throttle.checkAllowed(ADA_ELSEWHERE, NOW))
                .isInstanceOf(DomainException.Throttled.class);
    }

    @Test
    void whoHasLoggedInFromASourceMayNotGuessThere() {
        succeed(ADA);

        assertThat(allowedOf(1_000, NOW, attempt -> ADA)).isEqualTo(LoginThrottle.FAILURES_WITHOUT_PAUSE);
    }

    @Test
    void onlyASuccessMakesKnown() {
        fail(ADA);

        assertThat(throttle.checkAllowed(ADA, NOW)).isFalse();
    }

    @Test
    void whereTooManyAreRunningOneMayComeAgainSoon() {
        failManyTimes(ADA);
        throttle.checkAllowed(ADA, AFTER_PAUSE);

        assertThatThrownBy(() -> throttle.checkAllowed(ADA, AFTER_PAUSE))
                .isInstanceOfSatisfying(DomainException.Throttled.class, throttled -> assertThat(throttled.retryAfter())
                        .isLessThan(LoginThrottle.PAUSE));
    }

    @Test
    void thoseWhoSucceedAtOnceAreNotHeldUpLater() {
        int many = LoginThrottle.FAILURES_WITHOUT_PAUSE;
        IntStream.range(0, many).forEach(i -> throttle.checkAllowed(ADA, NOW));
        IntStream.range(0, many).forEach(i -> throttle.recordSuccess(ADA, NOW));

        assertThat(allowedOf(1_000, NOW, attempt -> ADA)).isEqualTo(many);
    }

    @Test
    void attemptsThatStillRunAreNotForgivenByAnotherSuccess() {
        throttle.checkAllowed(ADA, NOW);
        throttle.checkAllowed(ADA, NOW);
        throttle.recordSuccess(ADA, NOW);

        assertThat(allowedOf(1_000, NOW, attempt -> ADA)).isEqualTo(LoginThrottle.FAILURES_WITHOUT_PAUSE - 1);
    }

    @Test
    void anAttemptThatCameToNoEndCountsNeitherWay() {
        for (int i = 0; i < 1_000; i++) {
            throttle.checkAllowed(ADA, NOW);
            throttle.abandoned(ADA, NOW);
        }

        assertThat(allowedOf(1_000, NOW, attempt -> ADA)).isEqualTo(LoginThrottle.FAILURES_WITHOUT_PAUSE);
    }

    @Test
    void aFloodOfAccountsDoesNotWipeOutWhatIsCounted() {
        failManyTimes(ADA);
        for (int i = 0; i < 30_000; i++) {
            Instant now = NOW.plus(Duration.ofMillis(i / 100));
            if (allowedOf(1, now, attempt -> ADA) > 0) {
                break;
            }
            allowedOf(1, now, attempt -> madeUp(attempt, "198.51.100.1"));
        }

        assertThat(allowedOf(1, NOW.plusSeconds(1), attempt -> ADA)).isZero();
    }

    private static LoginAttempt madeUp(int number, String source) {
        return new LoginAttempt("nobody-" + number + "@example.org", source);
    }

    private void failManyTimes(LoginAttempt attempt) {
        IntStream.range(0, LoginThrottle.FAILURES_WITHOUT_PAUSE).forEach(i -> fail(attempt));
    }

    private void fail(LoginAttempt attempt) {
        throttle.checkAllowed(attempt, NOW);
        throttle.recordFailure(attempt);
    }

    private void succeed(LoginAttempt attempt) {
        throttle.checkAllowed(attempt, NOW);
        throttle.recordSuccess(attempt, NOW);
    }

    private int allowedOf(int many, Instant now, IntFunction<LoginAttempt> attempts) {
        return IntStream.range(0, many)
                .parallel()
                .map(number -> {
                    try {
                        throttle.checkAllowed(attempts.apply(number), now);
                        return 1;
                    } catch (DomainException.Throttled refused) {
                        return 0;
                    }
                })
                .sum();
    }
}
