package dev.jackstaff.edge.settings;

import static dev.jackstaff.edge.settings.UpstreamKind.FILE;
import static dev.jackstaff.edge.settings.UpstreamKind.FLAGSMITH;
import static dev.jackstaff.edge.settings.UpstreamKind.GRID;
import static dev.jackstaff.edge.settings.UpstreamKind.HTTP;
import static dev.jackstaff.edge.settings.UpstreamKind.UNLEASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpstreamKindTest {
    private static final String PAIRS = "[{\"server_side_key\":\"ser.a\",\"client_side_key\":\"b\"}]";
    private static final String KIND = "jackstaff.edge.upstream.kind";

    static Stream<Arguments> environments() {
        return Stream.of(
                argumentSet("nothing", GRID, Map.of()),
                argumentSet("the edge's own grid", GRID, Map.of("jackstaff.edge.grid.members", "hub:4900")),
                argumentSet("what any edge has", GRID, Map.of("TOKEN_HEADER", "X-Token", "BASE_PATH", "/flags")),
                argumentSet("Unleash Edge", UNLEASH, Map.of("UPSTREAM_URL", "http://u", "TOKENS", "*:dev.a")),
                argumentSet("Unleash Edge without tokens", UNLEASH, Map.of("UPSTREAM_URL", "http://u")),
                argumentSet(
                        "Unleash Edge with our own setting",
                        UNLEASH,
                        Map.of("UPSTREAM_URL", "http://u", "jackstaff.edge.upstream.interval", "1")),
                argumentSet("Unleash Edge offline", FILE, Map.of("BOOTSTRAP_FILE", "f.json", "TOKENS", "a")),
                argumentSet(
                        "the Edge Proxy",
                        FLAGSMITH,
                        Map.of("ENVIRONMENT_KEY_PAIRS", PAIRS, "API_URL", "http://f", "API_POLL_FREQUENCY", "1")),
                argumentSet("the Edge Proxy's cloud", FLAGSMITH, Map.of("ENVIRONMENT_KEY_PAIRS", PAIRS)),
                argumentSet("the Edge Proxy's file", FLAGSMITH, Map.of("environment_key_pairs", PAIRS)),
                argumentSet("the Edge Proxy without keys", FLAGSMITH, Map.of("API_URL", "http://f")),
                argumentSet(
                        "FlexFlag's edge",
                        HTTP,
                        Map.of("FLEXFLAG_EDGE_HUB_URL", "http://h", "FLEXFLAG_EDGE_API_KEY", "k")),
                argumentSet("FlexFlag's edge, as its code reads it", HTTP, Map.of("FLEXFLAG_HUB_URL", "http://h")),
                argumentSet(
                        "a hub with Unleash's name for it",
                        HTTP,
                        Map.of("UPSTREAM_URL", "http://h", "jackstaff.edge.upstream.key", "k")),
                argumentSet(
                        "a hub over HTTP",
                        HTTP,
                        Map.of("jackstaff.edge.upstream.url", "http://h", "jackstaff.edge.upstream.key", "k")),
                argumentSet("what is set is meant", UNLEASH, Map.of(KIND, "unleash", "BOOTSTRAP_FILE", "f.json")),
                argumentSet("in any case", FLAGSMITH, Map.of(KIND, "Flagsmith")));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void theKindFollowsFromWhatIsSet(UpstreamKind kind, Map<String, String> settings) {
        assertThat(UpstreamKind.of(EdgeSettings.of(settings))).isEqualTo(kind);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                argumentSet("Unleash and a file", Map.of("UPSTREAM_URL", "u", "BOOTSTRAP_FILE", "f"), "UPSTREAM_URL"),
                argumentSet("Unleash and Flagsmith", Map.of("UPSTREAM_URL", "u", "API_URL", "f"), "API_URL"),
                argumentSet(
                        "Flagsmith and a file",
                        Map.of("ENVIRONMENT_KEY_PAIRS", PAIRS, "BOOTSTRAP_FILE", "f"),
                        "ENVIRONMENT_KEY_PAIRS"),
                argumentSet(
                        "the grid and Unleash",
                        Map.of("jackstaff.edge.grid.members", "h:1", "UPSTREAM_URL", "u"),
                        "jackstaff.edge.grid.members"),
                argumentSet(
                        "FlexFlag and Flagsmith",
                        Map.of("FLEXFLAG_EDGE_HUB_URL", "h", "API_URL", "f"),
                        "FLEXFLAG_EDGE_HUB_URL"),
                argumentSet("tokens of nothing", Map.of("TOKENS", "a"), "TOKENS is set"),
                argumentSet("an interval of nothing", Map.of("RELOAD_INTERVAL", "1"), "RELOAD_INTERVAL is set"),
                argumentSet(
                        "certificates for nothing",
                        Map.of("UPSTREAM_CERTIFICATE_FILE", "a.pem"),
                        "UPSTREAM_CERTIFICATE_FILE is set"),
                argumentSet(
                        "our own URL of something",
                        Map.of("jackstaff.edge.upstream.url", "http://h"),
                        "jackstaff.edge.upstream.url is set"),
                argumentSet("an unknown kind", Map.of(KIND, "consul"), "\"consul\"; it must be one of"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void oneSentenceEndsTheStart(Map<String, String> settings, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpstreamKind.of(EdgeSettings.of(settings)))
                .withMessageContaining(said)
                .withMessageContaining(KIND)
                .withMessageContaining("flagsmith")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n", PAIRS));
    }
}
