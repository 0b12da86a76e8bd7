package dev.jackstaff.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentAddressTest {
    @Test
    void theTextFormIsProjectSlashEnvironment() {
        EnvironmentAddress address = new EnvironmentAddress("shop", "production");

        assertThat(address).hasToString("shop/production");
        assertThat(EnvironmentAddress.parse("shop/production")).isEqualTo(address);
    }

    @Test
    void theFirstSlashEndsTheProject() {
        assertThat(EnvironmentAddress.parse("shop/eu/west")).isEqualTo(new EnvironmentAddress("shop", "eu/west"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "production", "/production"})
    void aTextWithoutAProjectIsRefused(String text) {
        assertThatThrownBy(() -> EnvironmentAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
