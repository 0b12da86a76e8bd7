package dev.jackstaff.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.edge.settings.ForeignOption.Effect;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.SettingAlias;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No option of another product is ignored in silence. */
class ForeignOptionsTest {
    /** What Unleash Edge's own documentation lists. */
    private static final List<String> UNLEASH_EDGE = List.of(
            "PORT INTERFACE BASE_PATH WORKERS TLS_ENABLE TLS_SERVER_KEY TLS_SERVER_CERT TLS_SERVER_PORT INSTANCE_ID APP_NAME",
            "LOG_FORMAT TOKEN_HEADER EDGE_URL CA_CERTIFICATE_FILE UPSTREAM_URL REDIS_URL BACKUP_FOLDER",
            "METRICS_INTERVAL_SECONDS FEATURES_REFRESH_INTERVAL_SECONDS TOKEN_REVALIDATION_INTERVAL_SECONDS TOKENS",
            "CUSTOM_CLIENT_HEADERS SKIP_SSL_VERIFICATION PKCS8_CLIENT_CERTIFICATE_FILE PKCS8_CLIENT_KEY_FILE",
            "PKCS12_IDENTITY_FILE PKCS12_PASSPHRASE UPSTREAM_CERTIFICATE_FILE BOOTSTRAP_FILE RELOAD_INTERVAL RUST_LOG");

    /** What is set, and which of it is told. */
    static Stream<Arguments> told() {
        return Stream.of(
                argumentSet(
                        "Unleash Edge's workers", Map.of("UPSTREAM_URL", "u", "WORKERS", "4"), "WORKERS has no effect"),
                argumentSet("offline, too", Map.of("BOOTSTRAP_FILE", "f", "WORKERS", "4"), "WORKERS has no effect"),
                argumentSet(
                        "the Edge Proxy's workers",
                        Map.of("API_URL", "u", "WEB_CONCURRENCY", "4"),
                        "WEB_CONCURRENCY has no effect"),
                argumentSet(
                        "FlexFlag's cache",
                        Map.of("FLEXFLAG_EDGE_HUB_URL", "u", "FLEXFLAG_EDGE_CACHE_TTL", "1h"),
                        "FLEXFLAG_EDGE_CACHE_TTL has no effect"),
                argumentSet(
                        "certificates of an upstream that is a file",
                        Map.of("BOOTSTRAP_FILE", "f", "UPSTREAM_CERTIFICATE_FILE", "/nope.pem"),
                        "UPSTREAM_CERTIFICATE_FILE has no effect on an upstream of kind file"),
                argumentSet(
                        "a file for an upstream that is none",
                        Map.of("jackstaff.edge.upstream.kind", "unleash", "BOOTSTRAP_FILE", "f"),
                        "BOOTSTRAP_FILE has no effect on an upstream of kind unleash"),
                argumentSet(
                        "an upstream of the grid",
                        Map.of("jackstaff.edge.upstream.kind", "grid", "UPSTREAM_URL", "u"),
                        "UPSTREAM_URL has no effect on an upstream of kind grid"));
    }

    @ParameterizedTest
    @MethodSource("told")
    void whatHasNoEffectIsTold(Map<String, String> settings, String sentence) {
        assertThat(ForeignOptions.check(EdgeSettings.of(settings)))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet(
                        "another store", Map.of("UPSTREAM_URL", "u", "S3_BUCKET_NAME", "b"), "S3_BUCKET_NAME is set"),
                argumentSet(
                        "tokens that nobody checks",
                        Map.of("UPSTREAM_URL", "u", "PRETRUSTED_TOKENS", "b"),
                        "PRETRUSTED_TOKENS is set"),
                argumentSet(
                        "URLs of two systems",
                        Map.of("jackstaff.edge.upstream.kind", "flagsmith", "UPSTREAM_URL", "u", "API_URL", "f"),
                        "UPSTREAM_URL and API_URL are set to different values"),
                argumentSet(
                        "intervals of two systems",
                        Map.of("UPSTREAM_URL", "u", "FEATURES_REFRESH_INTERVAL_SECONDS", "10", "RELOAD_INTERVAL", "1"),
                        "FEATURES_REFRESH_INTERVAL_SECONDS and RELOAD_INTERVAL are set to different values"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatWouldMakeAnotherEdgeOfItIsRefused(Map<String, String> settings, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForeignOptions.check(EdgeSettings.of(settings)))
                .withMessageContaining(sentence);
    }

    @Test
    void whatIsHonouredIsNotTold() {
        assertThat(ForeignOptions.check(EdgeSettings.of(Map.of(
                        "UPSTREAM_URL",
                        "u",
                        "TOKENS",
                        "t",
                        "PORT",
                        "3070",
                        "TOKEN_HEADER",
                        "X-Token",
                        "STRICT",
                        "true"))))
                .isEmpty();
        assertThat(ForeignOptions.check(EdgeSettings.of(Map.of()))).isEmpty();
    }

    @Test
    void anOptionThatIsOffIsNotSet() {
        assertThat(ForeignOptions.check(EdgeSettings.of(
                        Map.of("UPSTREAM_URL", "u", "REDIRECT_HTTP_TO_HTTPS", "false", "DELTA", "FALSE"))))
                .isEmpty();
    }

    @Test
    void everyListedOptionOfUnleashEdgeIsKnown() {
        assertThat(Stream.of(UnleashEdgeOption.values()).map(UnleashEdgeOption::variable))
                .containsAll(UNLEASH_EDGE.stream()
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .toList());
    }

    /** The other way round: no foreign name of a setting is missing in the tables of what this edge replaces. */
    @Test
    void everyForeignNameBelongsToAnOption() {
        Set<String> notOfAnEdgeThatIsReplaced = Set.of("EDGE_CLIENT_SECRET", "JACKSTAFF_LOG_FORMAT");
        List<String> options = Stream.of(
                        UnleashEdgeOption.values(), EdgeProxyOption.values(), FlexFlagEdgeOption.values())
                .flatMap(Stream::of)
                .map(ForeignOption::variable)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();

        assertThat(EdgeSetting.all().stream()
                        .flatMap(setting -> setting.aliases().stream())
                        .map(SettingAlias::name)
                        .filter(name -> !notOfAnEdgeThatIsReplaced.contains(name))
                        .map(name -> name.toUpperCase(Locale.ROOT)))
                .isSubsetOf(options);
    }

    @ParameterizedTest
    @EnumSource
    void everyMemberOfTheEdgeProxysFileIsUnderstood(EdgeProxyOption option, @TempDir Path directory)
            throws IOException {
        Map<String, String> environment = configured(directory, option);

        List<String> sentences = ForeignOptions.check(
                EdgeSettings.of(environment.keySet(), name -> Optional.ofNullable(environment.get(name))));

        if (option.effect() == Effect.WITHOUT_EFFECT && !option.variable().equals(option.environmentVariable())) {
            assertThat(sentences).singleElement().asString().startsWith(option.variable() + " has no effect");
        } else {
            assertThat(sentences).isEmpty();
        }
    }

    private static Map<String, String> configured(Path directory, EdgeProxyOption option) throws IOException {
        String pairs = "\"environment_key_pairs\": [{\"server_side_key\": \"ser.a\", \"client_side_key\": \"b\"}]";
        String name = option.variable().replace("config.json:", "");
        String member =
                Stream.of(name.split("\\.")).map(part -> "\"" + part + "\": ").collect(Collectors.joining("{")) + "1"
                        + "}".repeat(name.split("\\.").length - 1);
        boolean apart = option == EdgeProxyOption.KEY_PAIRS || name.equals(name.toUpperCase(Locale.ROOT));
        Path file =
                Files.writeString(directory.resolve("config.json"), "{" + pairs + (apart ? "" : ", " + member) + "}");
        return new HashMap<>(Map.of("CONFIG_PATH", file.toString()));
    }

    @Test
    void anUnknownMemberIsTold(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("config.json"), "{\"environment_key_pairs\": \"a:b\", \"api_frequency\": 1}");
        Map<String, String> environment = Map.of("CONFIG_PATH", file.toString());

        assertThat(ForeignOptions.check(
                        EdgeSettings.of(environment.keySet(), name -> Optional.ofNullable(environment.get(name)))))
                .containsExactly("The configuration file has an unknown member: api_frequency.");
    }
}
