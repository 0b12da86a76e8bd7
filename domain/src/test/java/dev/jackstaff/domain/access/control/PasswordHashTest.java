package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    @Test
    void aHashMatchesItsPasswordAlone() {
        String hash = PasswordHash.of("pässword");

        assertThat(PasswordHash.matches(hash, "pässword")).isTrue();
        assertThat(PasswordHash.matches(hash, "password")).isFalse();
    }

    @Test
    void theSamePasswordHashesDifferentlyEachTime() {
        assertThat(PasswordHash.of("secret"))
                .isNotEqualTo(PasswordHash.of("secret"))
                .startsWith("pbkdf2-sha512$210000$");
    }
}
