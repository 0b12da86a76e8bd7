package dev.jackstaff.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import dev.jackstaff.protocols.settings.Setting;
import dev.jackstaff.protocols.settings.SettingAlias;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All settings of an edge, those of the protocols included. */
class EdgeSettingTest {
    private static final Path DOCUMENTATION = Path.of("../docs/operations/edge.md");

    @ParameterizedTest
    @MethodSource("dev.jackstaff.edge.settings.EdgeSetting#all")
    void aSettingIsDocumentedWithItsOtherNames(Setting setting) throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENTATION).stream()
                .filter(row -> row.startsWith("| `" + setting.property() + "` |"))
                .toList();

        assertThat(rows).isNotEmpty();
        assertThat(setting.aliases())
                .extracting(alias -> "`" + alias.name() + "`")
                .allSatisfy(name -> assertThat(rows).anyMatch(row -> row.contains(name)));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                argumentSet("UPSTREAM_URL", EdgeSetting.UPSTREAM_URL, "http://a", "http://a"),
                argumentSet("API_URL", EdgeSetting.UPSTREAM_URL, "http://a", "http://a"),
                argumentSet("api_url", EdgeSetting.UPSTREAM_URL, "http://a", "http://a"),
                argumentSet("FLEXFLAG_EDGE_HUB_URL", EdgeSetting.UPSTREAM_URL, "http://a", "http://a"),
                argumentSet("FLEXFLAG_HUB_URL", EdgeSetting.UPSTREAM_URL, "http://a", "http://a"),
                argumentSet("FLEXFLAG_EDGE_API_KEY", EdgeSetting.UPSTREAM_KEY, "a key", "a key"),
                argumentSet("UPSTREAM_CERTIFICATE_FILE", EdgeSetting.UPSTREAM_ADDITIONAL_CA_FILE, "ca.pem", "ca.pem"),
                argumentSet("SKIP_SSL_VERIFICATION", EdgeSetting.UPSTREAM_UNVERIFIED, "true", "true"),
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
                argumentSet("api_poll_frequency", EdgeSetting.UPSTREAM_INTERVAL, "0.50", "0.50"),
                argumentSet("RELOAD_INTERVAL", EdgeSetting.UPSTREAM_INTERVAL, "0.50", "0.50"),
                argumentSet("TOKEN_REVALIDATION_INTERVAL_SECONDS", EdgeSetting.UPSTREAM_REVALIDATION, "60", "60"),
                argumentSet("STREAMING", EdgeSetting.UPSTREAM_STREAMING, "no", "false"),
                argumentSet("UPSTREAM_AUTH_HEADER", EdgeSetting.UPSTREAM_TOKEN_HEADER, "X-Token", "X-Token"),
                argumentSet("CUSTOM_CLIENT_HEADERS", EdgeSetting.UPSTREAM_HEADERS, "A: b", "A: b"),
                argumentSet("UPSTREAM_REQUEST_TIMEOUT", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("API_POLL_TIMEOUT_SECONDS", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("API_POLL_TIMEOUT", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("api_poll_timeout_seconds", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("api_poll_timeout", EdgeSetting.UPSTREAM_TIMEOUT, "3", "3"),
                argumentSet("UPSTREAM_SOCKET_TIMEOUT", EdgeSetting.UPSTREAM_CONNECT_TIMEOUT, "2", "2"),
                argumentSet("CORS_ORIGIN", EdgeSetting.CORS_ORIGINS, "https://a.example", "https://a.example"),
                argumentSet("allow_origins", EdgeSetting.CORS_ORIGINS, "https://a.example", "https://a.example"),
                argumentSet("CORS_METHODS", EdgeSetting.CORS_METHODS, "GET", "GET"),
                argumentSet("CORS_ALLOWED_HEADERS", EdgeSetting.CORS_HEADERS, "*", "*"),
                argumentSet("CORS_EXPOSED_HEADERS", EdgeSetting.CORS_EXPOSED_HEADERS, "ETag", "ETag"),
                argumentSet("CORS_MAX_AGE", EdgeSetting.CORS_MAX_AGE, " 60 ", "60"),
                argumentSet(
                        "config.json:health_check.environment_update_grace_period_seconds",
                        ProtocolSetting.HEALTH_GRACE,
                        "60",
                        "60"),
                argumentSet("TOKEN_HEADER", ProtocolSetting.KEY_HEADER, "X-Token", "X-Token"),
                argumentSet("EDGE_AUTH_HEADER", ProtocolSetting.KEY_HEADER, "X-Token", "X-Token"),
                argumentSet("EDGE_CLIENT_SECRET", ProtocolSetting.KEYLESS_KEY, "secret", "secret"),
                argumentSet("TRUST_PROXY", ProtocolSetting.PROXIES_TRUST, "1", "true"),
                argumentSet("PROXY_TRUSTED_SERVERS", ProtocolSetting.PROXIES_TRUSTED, "10.0.0.1", "10.0.0.1"),
                argumentSet("BASE_PATH", ProtocolSetting.BASE_PATH, "flags//a/", "/flags/a"),
                argumentSet("INTERFACE", ServerSetting.ADDRESS, "127.0.0.1", "127.0.0.1"),
                argumentSet("config.json:server.host", ServerSetting.ADDRESS, "0.0.0.0", "0.0.0.0"),
                argumentSet("PORT", ServerSetting.PORT, "3070", "3070"),
                argumentSet("FLEXFLAG_EDGE_PORT", ServerSetting.PORT, "8083", "8083"),
                argumentSet("config.json:server.port", ServerSetting.PORT, "8000", "8000"),
                argumentSet("JACKSTAFF_LOG_FORMAT", ServerSetting.LOG_FORM, "json", "json"),
                argumentSet("LOG_FORMAT", ServerSetting.LOG_FORM, "pretty", "text"),
                argumentSet("config.json:logging.log_format", ServerSetting.LOG_FORM, "generic", "text"),
                argumentSet("RUST_LOG", ServerSetting.LOG_LEVEL, "warn,unleash_edge=debug", "warn,unleash_edge=debug"),
                argumentSet("FLEXFLAG_LOG_LEVEL", ServerSetting.LOG_LEVEL, "debug", "debug"),
                argumentSet("config.json:logging.log_level", ServerSetting.LOG_LEVEL, "INFO", "INFO"),
                argumentSet("METRICS_INTERVAL_SECONDS", EdgeSetting.USAGE_INTERVAL, "60", "60"),
                argumentSet("TLS_ENABLE", ServerSetting.TLS_ENABLED, "true", "true"),
                argumentSet("TLS_SERVER_CERT", ServerSetting.TLS_CERTIFICATE, "edge.pem", "edge.pem"),
                argumentSet("TLS_SERVER_KEY", ServerSetting.TLS_KEY, "edge-key.pem", "edge-key.pem"),
                argumentSet("TLS_SERVER_PORT", ServerSetting.TLS_PORT, "3043", "3043"),
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
                argumentSet("APP_NAME", ProtocolSetting.INSTANCE_NAME, "edge", "edge"),
                argumentSet("INSTANCE_ID", ProtocolSetting.INSTANCE_ID, "7", "7"),
                argumentSet("DISABLE_ALL_ENDPOINT", ProtocolSetting.WITHOUT_ALL, "TRUE", "true"),
                argumentSet("DISABLE_FEATURES_ENDPOINT", ProtocolSetting.WITHOUT_FEATURES, "yes", "true"),
                argumentSet("DISABLE_INSTANCE_DATA_ENDPOINT", ProtocolSetting.WITHOUT_INSTANCE_DATA, "on", "true"),
                argumentSet("DISABLE_METRICS_ENDPOINT", ProtocolSetting.WITHOUT_METRICS, "false", "false"),
                argumentSet("FLEXFLAG_EDGE_ENABLE_METRICS", ProtocolSetting.WITHOUT_METRICS, "false", "true"),
                argumentSet("DISABLE_METRICS_BATCH_ENDPOINT", ProtocolSetting.WITHOUT_METRICS_BATCH, "true", "true"),
                argumentSet("DISABLE_TOKENS_ENDPOINT", ProtocolSetting.WITHOUT_TOKENS, "0", "false"));
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("names")
    void othersNamesAreUnderstood(Setting setting, String value, String meant) {
        assertThat(setting.aliases())
                .anySatisfy(alias -> assertThat(said(setting, alias, value)).hasValue(meant));
    }

    /** Empty if a value of that name is invalid: names of one setting may have values of different forms. */
    private static Optional<String> said(Setting setting, SettingAlias alias, String value) {
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

        assertThat(EdgeSetting.all().stream()
                        .flatMap(setting -> setting.aliases().stream())
                        .map(SettingAlias::name)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @ParameterizedTest
    @MethodSource("dev.jackstaff.edge.settings.EdgeSetting#all")
    void whatIsNotSetHasNoValue(Setting setting) {
        assertThat(EdgeSettings.of(Map.of()).text(setting)).isEmpty();
        assertThat(EdgeSettings.of(Map.of(setting.property(), " ")).text(setting))
                .isEmpty();
        assertThat(EdgeSettings.configured().text(setting)).isEmpty();
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
                .isThrownBy(() -> EdgeSettings.of(Map.of(name, value)).validate(EdgeSetting.all()))
                .withMessageContaining("jackstaff.edge.")
                .withMessageContaining(value);
    }
}
