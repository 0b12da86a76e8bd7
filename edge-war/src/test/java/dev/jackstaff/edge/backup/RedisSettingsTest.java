package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RedisSettingsTest {
    static Stream<Arguments> addresses() {
        return Stream.of(
                argumentSet(
                        "a URL with everything",
                        Map.of("jackstaff.edge.store.redis.url", "rediss://ada:p%40ss:word@cache.example.org:6380/3"),
                        "rediss://cache.example.org:6380/3 ada p@ss:word"),
                argumentSet(
                        "a URL with a password alone",
                        Map.of("REDIS_URL", "redis://:secret@cache"),
                        "redis://cache:6379/0 default secret"),
                argumentSet(
                        "a URL with nothing besides",
                        Map.of("REDIS_URL", "redis://cache"),
                        "redis://cache:6379/0 default "),
                argumentSet(
                        "the first of several",
                        Map.of("REDIS_URL", "redis://one:7000,redis://two:7001"),
                        "redis://one:7000/0 default "),
                argumentSet(
                        "Unleash Edge's parts",
                        Map.of(
                                "REDIS_HOST", "cache",
                                "REDIS_PORT", "7000",
                                "REDIS_USERNAME", "ada",
                                "REDIS_PASSWORD", "secret",
                                "REDIS_SECURE", "true",
                                "REDIS_MODE", "single"),
                        "rediss://cache:7000/0 ada secret"),
                argumentSet(
                        "a scheme with TLS",
                        Map.of("REDIS_HOST", "cache", "REDIS_SCHEME", "tls"),
                        "rediss://cache:6379/0 default "),
                argumentSet(
                        "a port as Kubernetes writes it",
                        Map.of("REDIS_HOST", "redis", "REDIS_PORT", "tcp://10.0.0.1:6379"),
                        "redis://redis:6379/0 default "),
                argumentSet(
                        "parts are stronger than a URL",
                        Map.of("REDIS_URL", "redis://:old@cache:7000", "REDIS_PASSWORD", "new"),
                        "redis://cache:7000/0 default new"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void theSettingsNameIt(Map<String, String> settings, String expected) {
        RedisSettings address = RedisSettings.of(EdgeSettings.of(settings)).orElseThrow();

        assertThat(address + " " + address.credentials() + " "
                        + address.credentials().password().orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void thereIsNoneUnlessItIsNamed() {
        assertThat(RedisSettings.of(EdgeSettings.of(Map.of("REDIS_PORT", "tcp://10.0.0.1:6379"))))
                .isEmpty();
    }

    @Test
    void timeAndPrefixAreSettings() {
        RedisSettings address = RedisSettings.of(EdgeSettings.of(Map.of(
                        "REDIS_URL", "redis://cache",
                        "REDIS_WRITE_CONNECTION_TIMEOUT_MILLISECONDS", "750",
                        "jackstaff.edge.store.redis.prefix", "flags")))
                .orElseThrow();

        assertThat(address.timeout()).isEqualTo(Duration.ofMillis(750));
        assertThat(address.prefix()).isEqualTo("flags");
    }

    static Stream<Arguments> invalidSettings() {
        return Stream.of(
                argumentSet("no URL", Map.of("REDIS_URL", "hunter2"), "redis://user:password@host"),
                argumentSet(
                        "no URL at all", Map.of("REDIS_URL", "redis://:hunter2 @ cache"), "redis://user:password@host"),
                argumentSet("no host", Map.of("REDIS_URL", "redis://:hunter2@"), "redis://user:password@host"),
                argumentSet(
                        "no number", Map.of("REDIS_URL", "redis://:hunter2@cache/one"), "redis://user:password@host"),
                argumentSet("a cluster", Map.of("REDIS_HOST", "cache", "REDIS_MODE", "cluster"), "store.redis.mode"),
                argumentSet(
                        "no certificates",
                        Map.of("REDIS_URL", "rediss://cache", "jackstaff.edge.store.redis.ca-file", "absent.pem"),
                        "absent.pem"));
    }

    @ParameterizedTest
    @MethodSource("invalidSettings")
    void whatCannotBeUsedEndsTheStartAndIsNotRepeated(Map<String, String> settings, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisSettings.of(EdgeSettings.of(settings)))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal).message().doesNotContain("hunter2"))
                .satisfies(refusal ->
                        assertThat(String.valueOf(refusal.getCause())).doesNotContain("hunter2"));
    }
}
