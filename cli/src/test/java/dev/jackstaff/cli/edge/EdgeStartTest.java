package dev.jackstaff.cli.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused before a server starts, and what the server is told. */
class EdgeStartTest {
    private static final String KIND = "jackstaff.edge.upstream.kind";
    private static final String PAIRS = "[{\"server_side_key\":\"ser.a\",\"client_side_key\":\"b\"}]";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private String port = "";

    @BeforeEach
    void choosePort() throws IOException {
        port = LoopbackPort.unused().toString();
        environment.put("INTERFACE", "127.0.0.1");
        environment.put("PORT", port);
    }

    private EdgeStart start(EdgeMode mode, Map<String, String> more, Map<String, String> options) {
        environment.putAll(more);
        return EdgeStart.of(mode, environment, options);
    }

    private String file() throws IOException {
        return Files.writeString(directory.resolve("f.json"), "{}").toString();
    }

    @Test
    void theEnvironmentOfUnleashEdgeIsEnough() {
        EdgeStart start = start(EdgeMode.EDGE, Map.of("UPSTREAM_URL", "http://u", "TOKENS", "*:dev.a"), Map.of());

        assertThat(start.port()).isEqualTo(Integer.valueOf(port));
        assertThat(start.properties())
                .containsEntry(KIND, "unleash")
                .containsEntry("jackstaff.edge.port", port)
                .containsEntry("jackstaff.edge.tls.port", "3043")
                .doesNotContainKey("jackstaff.edge.upstream.url");
    }

    @Test
    void theEnvironmentOfTheEdgeProxyIsEnough() {
        assertThat(start(EdgeMode.EDGE, Map.of("ENVIRONMENT_KEY_PAIRS", PAIRS), Map.of())
                        .properties())
                .containsEntry(KIND, "flagsmith");
    }

    @Test
    void theFileOfTheEdgeProxyIsEnough() throws IOException {
        Path file = Files.writeString(
                directory.resolve("config.json"),
                "{\"environment_key_pairs\": " + PAIRS + ", \"server\": {\"port\": " + port + "}}");
        environment.remove("PORT");

        EdgeStart start = start(EdgeMode.EDGE, Map.of("CONFIG_PATH", file.toString()), Map.of());

        assertThat(start.properties()).containsEntry(KIND, "flagsmith").containsEntry("jackstaff.edge.port", port);
    }

    @Test
    void offlineNeedsAFileOnly() throws IOException {
        EdgeStart start =
                start(EdgeMode.OFFLINE, Map.of("BOOTSTRAP_FILE", file(), "UPSTREAM_URL", "http://u"), Map.of());

        assertThat(start.properties()).containsEntry(KIND, "file");
    }

    @Test
    void theCommandSaysWhichModeIsMeant() throws IOException {
        EdgeStart start = start(EdgeMode.EDGE, Map.of("BOOTSTRAP_FILE", file(), "UPSTREAM_URL", "http://u"), Map.of());

        assertThat(start.properties()).containsEntry(KIND, "unleash");
    }

    @Test
    void optionsAreStrongerThanEveryVariable() {
        EdgeStart start = start(
                EdgeMode.EDGE,
                Map.of("UPSTREAM_URL", "http://u", "JACKSTAFF_EDGE_UPSTREAM_URL", "http://v"),
                Map.of("UPSTREAM_URL", "http://w", "LOG_FORMAT", "json", "WORKERS", "4"));

        assertThat(start.json()).isTrue();
        assertThat(start.systemProperties())
                .contains("-Djackstaff.edge.upstream.url=http://w", "-Djackstaff.edge.log.format=json", "-DWORKERS=4");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("nothing", EdgeMode.EDGE, Map.of(), "nothing says where flags come from"),
                argumentSet("tokens only", EdgeMode.EDGE, Map.of("TOKENS", "a"), "TOKENS is set"),
                argumentSet("no file", EdgeMode.OFFLINE, Map.of("TOKENS", "a"), "(BOOTSTRAP_FILE) is required"),
                argumentSet(
                        "an absent file",
                        EdgeMode.OFFLINE,
                        Map.of("BOOTSTRAP_FILE", "/nope.json"),
                        "BOOTSTRAP_FILE names a file that cannot be read: /nope.json"),
                argumentSet(
                        "another kind offline",
                        EdgeMode.OFFLINE,
                        Map.of("JACKSTAFF_EDGE_UPSTREAM_KIND", "unleash"),
                        "must be file or not set"),
                argumentSet(
                        "an authority that is absent",
                        EdgeMode.EDGE,
                        Map.of("UPSTREAM_URL", "http://u", "UPSTREAM_CERTIFICATE_FILE", "/nope.pem"),
                        "UPSTREAM_CERTIFICATE_FILE names a file that cannot be read"),
                argumentSet(
                        "a key that is absent",
                        EdgeMode.EDGE,
                        Map.of("UPSTREAM_URL", "http://u", "PKCS8_CLIENT_KEY_FILE", "/nope.pem"),
                        "PKCS8_CLIENT_KEY_FILE names a file that cannot be read"),
                argumentSet(
                        "HTTPS without a certificate",
                        EdgeMode.EDGE,
                        Map.of("UPSTREAM_URL", "http://u", "TLS_ENABLE", "true"),
                        "(TLS_SERVER_CERT) must name a file"),
                argumentSet(
                        "no port",
                        EdgeMode.EDGE,
                        Map.of("UPSTREAM_URL", "http://u", "PORT", "soon"),
                        "jackstaff.edge.port"),
                argumentSet(
                        "a port too large",
                        EdgeMode.EDGE,
                        Map.of("UPSTREAM_URL", "http://u", "PORT", "70000"),
                        "must be a port within 1..65535"),
                argumentSet(
                        "an address of nobody here",
                        EdgeMode.EDGE,
                        Map.of("UPSTREAM_URL", "http://u", "INTERFACE", "192.0.2.1"),
                        "nothing can listen on 192.0.2.1"),
                argumentSet(
                        "an option that is refused",
                        EdgeMode.EDGE,
                        Map.of("UPSTREAM_URL", "http://u", "PRETRUSTED_TOKENS", "a"),
                        "PRETRUSTED_TOKENS is set"),
                argumentSet(
                        "a file that is named and absent",
                        EdgeMode.EDGE,
                        Map.of("CONFIG_PATH", "/nope/config.json"),
                        "/nope/config.json cannot be read"),
                argumentSet(
                        "no level",
                        EdgeMode.EDGE,
                        Map.of("UPSTREAM_URL", "http://u", "RUST_LOG", "loud"),
                        "jackstaff.edge.log.level"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotWorkIsOneSentence(EdgeMode mode, Map<String, String> more, String said) {
        assertThatThrownBy(() -> start(mode, more, Map.of()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("The edge cannot start: ")
                .hasMessageContaining(said)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aTakenPortEndsTheStart() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = Integer.toString(other.getLocalPort());

            assertThatThrownBy(() -> start(EdgeMode.EDGE, Map.of("UPSTREAM_URL", "http://u", "PORT", taken), Map.of()))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("nothing can listen on 127.0.0.1, port " + taken + " (jackstaff.edge.port)");
        }
    }
}
