package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordAuthenticatorTest {
    @Test
    void anAddressThatNobodyCanHaveIsNeitherLookedUpNorRemembered() {
        PasswordAuthenticator withoutAnythingToAsk = new PasswordAuthenticator();

        assertThat(withoutAnythingToAsk.authenticate("a".repeat(1_000_000) + "@example.org", "password"))
                .isEmpty();
    }
}
