package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnleashUpstreamSettingsTest {
    private static UnleashUpstreamSettings of(Map<String, String> values) {
        return UnleashUpstreamSettings.of(EdgeSettings.of(values));
    }

    @Test
    void theUrlAloneIsEnough() {
        UnleashUpstreamSettings settings = of(Map.of("UPSTREAM_URL", "http://unleash:4242/"));

        assertThat(settings.url()).isEqualTo("http://unleash:4242");
        assertThat(settings.configuredTokens()).isEmpty();
        assertThat(settings.validatesUnknownTokens()).isTrue();
        assertThat(settings.usesStreaming()).isTrue();
        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.revalidationInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.tokenHeader()).isEqualTo("Authorization");
        assertThatThrownBy(() -> of(Map.of())).hasMessageContaining("jackstaff.edge.upstream.url");
    }

    @Test
    void theNamesOfUnleashEdgeAreUnderstood() {
        UnleashUpstreamSettings settings = of(Map.of(
                "UPSTREAM_URL", "http://unleash:4242/api",
                "TOKENS", "*:development.a,sea:production.b",
                "FEATURES_REFRESH_INTERVAL_SECONDS", "5",
                "TOKEN_REVALIDATION_INTERVAL_SECONDS", "60",
                "CUSTOM_CLIENT_HEADERS", "X-A: one:two,X-B=three",
                "UPSTREAM_REQUEST_TIMEOUT", "3",
                "UPSTREAM_SOCKET_TIMEOUT", "2",
                "UPSTREAM_AUTH_HEADER", "X-Token",
                "STRICT", "true",
                "STREAMING", "false"));

        assertThat(settings.url()).isEqualTo("http://unleash:4242");
        assertThat(settings.configuredTokens()).containsExactly("*:development.a", "sea:production.b");
        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.revalidationInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.headers()).containsOnly(Map.entry("X-A", "one:two"), Map.entry("X-B", "three"));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.tokenHeader()).isEqualTo("X-Token");
        assertThat(settings.validatesUnknownTokens()).isFalse();
        assertThat(settings.usesStreaming()).isFalse();
    }
}
