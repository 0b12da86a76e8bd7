package dev.jackstaff.protocols.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EdgeSettingsTest {
    static Stream<Arguments> names() {
        return Stream.of(
                argumentSet("UPSTREAM_URL", EdgeSetting.UPSTREAM_URL, "http://a", "http://a"),
                argumentSet("API_URL", EdgeSetting.UPSTREAM_URL, "http://a", "http://a"),
                argumentSet("api_url", EdgeSetting.UPSTREAM_URL, "http://a", "http://a"),
                argumentSet("UPSTREAM_CERTIFICATE_FILE", EdgeSetting.UPSTREAM_CA_FILE, "ca.pem", "ca.pem"),
                argumentSet("PKCS8_CLIENT_CERTIFICATE_FILE", EdgeSetting.UPSTREAM_CLIENT_CERTIFICATE, "a.pem", "a.pem"),
                argumentSet("PKCS8_CLIENT_KEY_FILE", EdgeSetting.UPSTREAM_CLIENT_KEY, "a-key.pem", "a-key.pem"),
                argumentSet("PKCS12_IDENTITY_FILE", EdgeSetting.UPSTREAM_CLIENT_KEYSTORE, "a.pfx", "a.pfx"),
                argumentSet("PKCS12_PASSPHRASE", EdgeSetting.UPSTREAM_CLIENT_KEYSTORE_PASSWORD, "word", "word"),
                argumentSet("CLIENT_TOKENS", EdgeSetting.UPSTREAM_TOKENS, "a,b", "a,b"),
                argumentSet("TOKENS", EdgeSetting.UPSTREAM_TOKENS, "a,b", "a,b"),
                argumentSet("FRONTEND_TOKENS", EdgeSetting.UPSTREAM_FRONTEND_TOKENS, "a", "a"),
                argumentSet("DYNAMIC", EdgeSetting.UPSTREAM_DYNAMIC, "false", "false"),
                argumentSet("STRICT", EdgeSetting.UPSTREAM_DYNAMIC, "true", "false"),
                argumentSet("ENVIRONMENT_KEY_PAIRS", EdgeSetting.UPSTREAM_KEYS, "a:b", "a:b"),
                argumentSet("environment_key_pairs", EdgeSetting.UPSTREAM_KEYS, "a:b", "a:b"),
                argumentSet("BOOTSTRAP_FILE", EdgeSetting.UPSTREAM_FILE, "f.json", "f.json"),
                argumentSet("FEATURES_REFRESH_INTERVAL_SECONDS", EdgeSetting.UPSTREAM_INTERVAL, "0.50", "0.50"),
                argumentSet("API_POLL_FREQUENCY_SECONDS", EdgeSetting.UPSTREAM_INTERVAL, "0.50", "0.50"),
                argumentSet("API_POLL_FREQUENCY", EdgeSetting.UPSTREAM_INTERVAL, "0.50", "0.50"),
                argumentSet("api_poll_frequency_seconds", EdgeSetting.UPSTREAM_INTERVAL, "0.50", "0.50"),
                argumentSet("RELOAD_INTERVAL", EdgeSetting.UPSTREAM_INTERVAL, "0.50", "0.50"),
                argumentSet("TOKEN_REVALIDATION_INTERVAL_SECONDS", EdgeSetting.UPSTREAM_REVALIDATION, "60", "60"),
                argumentSet("STREAMING", EdgeSetting.UPSTREAM_STREAMING, "no", "false"),
                argumentSet("UPSTREAM_AUTH_HEADER", EdgeSetting.UPSTREAM_TOKEN_HEADER, "X-Token", "X-Token"),
                argumentSet("CUSTOM_CLIENT_HEADERS", EdgeSetting.UPSTREAM_HEADERS, "A: b", "A: b"),
                argumentSet("UPSTREAM_REQUEST_TIMEOUT", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("API_POLL_TIMEOUT_SECONDS", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("API_POLL_TIMEOUT", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("api_poll_timeout_seconds", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("UPSTREAM_SOCKET_TIMEOUT", EdgeSetting.UPSTREAM_CONNECT_TIMEOUT, "2", "2"),
                argumentSet("CORS_ORIGIN", EdgeSetting.CORS_ORIGINS, "https://a.example", "https://a.example"),
                argumentSet("CORS_METHODS", EdgeSetting.CORS_METHODS, "GET", "GET"),
                argumentSet("CORS_ALLOWED_HEADERS", EdgeSetting.CORS_HEADERS, "*", "*"),
                argumentSet("CORS_EXPOSED_HEADERS", EdgeSetting.CORS_EXPOSED_HEADERS, "ETag", "ETag"),
                argumentSet("CORS_MAX_AGE", EdgeSetting.CORS_MAX_AGE, " 60 ", "60"),
                argumentSet("TOKEN_HEADER", EdgeSetting.KEY_HEADER, "X-Token", "X-Token"),
                argumentSet("EDGE_AUTH_HEADER", EdgeSetting.KEY_HEADER, "X-Token", "X-Token"),
                argumentSet("EDGE_CLIENT_SECRET", EdgeSetting.KEYLESS_KEY, "secret", "secret"),
                argumentSet("TRUST_PROXY", EdgeSetting.PROXIES_TRUST, "1", "true"),
                argumentSet("PROXY_TRUSTED_SERVERS", EdgeSetting.PROXIES_TRUSTED, "10.0.0.1", "10.0.0.1"),
                argumentSet("BASE_PATH", EdgeSetting.BASE_PATH, "flags//a/", "/flags/a"),
                argumentSet("TLS_ENABLE", EdgeSetting.TLS_ENABLED, "true", "true"),
                argumentSet("TLS_SERVER_CERT", EdgeSetting.TLS_CERTIFICATE, "edge.pem", "edge.pem"),
                argumentSet("TLS_SERVER_KEY", EdgeSetting.TLS_KEY, "edge-key.pem", "edge-key.pem"),
                argumentSet("TLS_SERVER_PORT", EdgeSetting.TLS_PORT, "3043", "3043"),
                argumentSet("BACKUP_FOLDER", EdgeSetting.DATA, "backup", "backup"),
                argumentSet("ALLOW_LIST", EdgeSetting.ADDRESSES_ALLOWED, "10.0.0.0/8", "10.0.0.0/8"),
                argumentSet("DENY_LIST", EdgeSetting.ADDRESSES_DENIED, "10.6.0.0/16", "10.6.0.0/16"),
                argumentSet("REDIS_URL", EdgeSetting.STORE_REDIS_URL, "redis://cache", "redis://cache"),
                argumentSet("REDIS_HOST", EdgeSetting.STORE_REDIS_HOST, "cache", "cache"),
                argumentSet("REDIS_PORT", EdgeSetting.STORE_REDIS_PORT, "tcp://10.0.0.1:6380", "6380"),
                argumentSet("REDIS_USERNAME", EdgeSetting.STORE_REDIS_USERNAME, "ada", "ada"),
                argumentSet("REDIS_PASSWORD", EdgeSetting.STORE_REDIS_PASSWORD, "word", "word"),
                argumentSet("REDIS_SECURE", EdgeSetting.STORE_REDIS_TLS, "true", "true"),
                argumentSet("REDIS_SCHEME", EdgeSetting.STORE_REDIS_TLS, "rediss", "true"),
                argumentSet("REDIS_MODE", EdgeSetting.STORE_REDIS_MODE, "single", "single"),
                argumentSet(
                        "REDIS_WRITE_CONNECTION_TIMEOUT_MILLISECONDS", EdgeSetting.STORE_REDIS_TIMEOUT, "750", "750"),
                argumentSet(
                        "REDIS_READ_CONNECTION_TIMEOUT_MILLISECONDS", EdgeSetting.STORE_REDIS_TIMEOUT, "750", "750"),
                argumentSet("APP_NAME", EdgeSetting.INSTANCE_NAME, "edge", "edge"),
                argumentSet("INSTANCE_ID", EdgeSetting.INSTANCE_ID, "7", "7"),
                argumentSet("DISABLE_ALL_ENDPOINT", EdgeSetting.WITHOUT_ALL, "TRUE", "true"),
                argumentSet("DISABLE_FEATURES_ENDPOINT", EdgeSetting.WITHOUT_FEATURES, "yes", "true"),
                argumentSet("DISABLE_INSTANCE_DATA_ENDPOINT", EdgeSetting.WITHOUT_INSTANCE_DATA, "on", "true"),
                argumentSet("DISABLE_METRICS_ENDPOINT", EdgeSetting.WITHOUT_METRICS, "false", "false"),
                argumentSet("FLEXFLAG_EDGE_ENABLE_METRICS", EdgeSetting.WITHOUT_METRICS, "false", "true"),
                argumentSet("DISABLE_METRICS_BATCH_ENDPOINT", EdgeSetting.WITHOUT_METRICS_BATCH, "true", "true"),
                argumentSet("DISABLE_TOKENS_ENDPOINT", EdgeSetting.WITHOUT_TOKENS, "0", "false"));
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("names")
    void othersNamesAreUnderstood(EdgeSetting setting, String value, String meant) {
        assertThat(setting.aliases())
                .anySatisfy(alias -> assertThat(said(setting, alias, value)).hasValue(meant));
    }

    /** Empty if a value of that name is invalid: names of one setting may have values of different forms. */
    private static Optional<String> said(EdgeSetting setting, EdgeSetting.Alias alias, String value) {
        try {
            return EdgeSettings.of(Map.of(alias.name(), value)).text(setting);
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    @Test
    void everyNameHasItsRow() {
        Set<String> tried = new HashSet<>();
        names().forEach(row -> tried.add(((Arguments.ArgumentSet) row).getName()));

        assertThat(Stream.of(EdgeSetting.values())
                        .flatMap(setting -> setting.aliases().stream())
                        .map(EdgeSetting.Alias::name)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSetHasNoValue(EdgeSetting setting) {
        assertThat(EdgeSettings.of(Map.of()).text(setting)).isEmpty();
        assertThat(EdgeSettings.of(Map.of(setting.property(), " ")).text(setting))
                .isEmpty();
        assertThat(EdgeSettings.configured().text(setting)).isEmpty();
    }

    @Test
    void ourNameIsTheStrongest() {
        EdgeSettings settings = EdgeSettings.of(Map.of("jackstaff.edge.cors.max-age", "5", "CORS_MAX_AGE", "6"));

        assertThat(settings.number(EdgeSetting.CORS_MAX_AGE, 7)).isEqualTo(5);
    }

    @Test
    void timesAreToldInSeconds() {
        EdgeSettings settings = EdgeSettings.of(Map.of(
                "jackstaff.edge.upstream.interval", "0.25",
                "jackstaff.edge.upstream.timeout", "15",
                "jackstaff.edge.upstream.revalidation", "0"));

        assertThat(settings.seconds(EdgeSetting.UPSTREAM_INTERVAL, Duration.ZERO))
                .isEqualTo(Duration.ofMillis(250));
        assertThat(settings.seconds(EdgeSetting.UPSTREAM_TIMEOUT, Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.seconds(EdgeSetting.UPSTREAM_REVALIDATION, Duration.ZERO))
                .isEqualTo(Duration.ofMillis(100));
        assertThat(settings.seconds(EdgeSetting.UPSTREAM_CONNECT_TIMEOUT, Duration.ofSeconds(3)))
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void listsAreSeparatedByCommas() {
        EdgeSettings settings = EdgeSettings.of(Map.of("TOKENS", "a, b,,a "));

        assertThat(settings.list(EdgeSetting.UPSTREAM_TOKENS)).hasValue(List.of("a", "b"));
    }

    @Test
    void aPartMayHaveAValueOfItsOwn() {
        EdgeSettings settings = EdgeSettings.of(Map.of("jackstaff.edge.cors.origins.demo.production", "a, ,b"));

        assertThat(settings.hasEnvironmentOverrides(EdgeSetting.CORS_ORIGINS)).isTrue();
        assertThat(settings.listForEnvironment(EdgeSetting.CORS_ORIGINS, "demo.production"))
                .hasValue(List.of("a", "b"));
        assertThat(settings.listForEnvironment(EdgeSetting.CORS_ORIGINS, "demo.staging"))
                .isEmpty();
        assertThat(EdgeSettings.of(Map.of("JACKSTAFF_EDGE_CORS_ORIGINS_DEMO_PRODUCTION", "a"))
                        .hasEnvironmentOverrides(EdgeSetting.CORS_ORIGINS))
                .isTrue();
        assertThat(EdgeSettings.of(Map.of("JACKSTAFF_EDGE_CORS_ORIGINS", "a"))
                        .hasEnvironmentOverrides(EdgeSetting.CORS_ORIGINS))
                .isFalse();
    }

    @Test
    void theRootIsNoBasePath() {
        assertThat(EdgeSettings.of(Map.of("BASE_PATH", "/")).text(EdgeSetting.BASE_PATH))
                .hasValue("");
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                argumentSet("no number", "jackstaff.edge.http.body-limit", "1 MB"),
                argumentSet("a negative number", "CORS_MAX_AGE", "-1"),
                argumentSet("a number too large", "jackstaff.edge.http.body-limit", "99999999999"),
                argumentSet("no number of seconds", "RELOAD_INTERVAL", "soon"),
                argumentSet("a grid member without a port", "jackstaff.edge.grid.members", "hub"),
                argumentSet("one of several without a port", "jackstaff.edge.grid.members", "a:4900,hub"),
                argumentSet("a port too large", "jackstaff.edge.grid.members", "hub:65536"),
                argumentSet("no path", "BASE_PATH", "/a b"),
                argumentSet("no switch", "TRUST_PROXY", "maybe"),
                argumentSet("no opposite of a switch", "FLEXFLAG_EDGE_ENABLE_METRICS", "maybe"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatCannotBeUsedIsFoundAtStart(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeSettings.of(Map.of(name, value)).validate())
                .withMessageContaining("jackstaff.edge.")
                .withMessageContaining(value);
    }
}
