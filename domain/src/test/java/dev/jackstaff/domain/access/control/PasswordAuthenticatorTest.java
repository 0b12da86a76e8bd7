package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.access.entity.User;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // in the container's place
class PasswordAuthenticatorTest {
    private static final String SOURCE = "192.0.2.1";

    @Test
    void anAddressThatNobodyCanHaveIsNeitherLookedUpNorRemembered() {
        PasswordAuthenticator withoutAnythingToAsk = new PasswordAuthenticator();

        assertThat(withoutAnythingToAsk.authenticate("a".repeat(1_000_000) + "@example.org", "password", SOURCE))
                .isEmpty();
    }

    @Test
    void anAttemptThatTheDatabaseEndsIsNoFailure() {
        PasswordAuthenticator passwords = new PasswordAuthenticator();
        passwords.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        passwords.throttle = new LoginThrottle();
        passwords.slots = new HashingSlots();
        passwords.store = new AccessStore() {
            @Override
            public Optional<User> findUser(String email) {
                throw new IllegalStateException("the database of the test is away");
            }
        };

        for (int i = 0; i <= LoginThrottle.FAILURES_WITHOUT_PAUSE; i++) {
            assertThatThrownBy(() -> passwords.authenticate("someone@example.org", "password", SOURCE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
