package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void anAddressThatNobodyCanHaveIsNeitherLookedUpNorRemembered() {
        Passwords withoutAnythingToAsk = new Passwords();

        assertThat(withoutAnythingToAsk.user("a".repeat(1_000_000) + "@example.org", "password"))
                .isEmpty();
    }
}
