package dev.jackstaff.cli.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.edge.settings.ForeignOption.Effect;
import dev.jackstaff.edge.settings.UnleashEdgeOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command lines that Unleash Edge's documentation has. */
class EdgeOptionsTest {
    private static Map<String, String> values(EdgeMode mode, String... arguments) {
        CommandSpec command = CommandSpec.create().name(mode.command());
        EdgeOptions.addTo(command, mode);
        return EdgeOptions.values(new CommandLine(command).parseArgs(arguments));
    }

    @Test
    void anOptionHasALongFormAndSomeAShortOne() {
        Map<String, String> expected = Map.of("UPSTREAM_URL", "http://u", "TOKENS", "a,b", "BACKUP_FOLDER", "/data");

        assertThat(values(EdgeMode.EDGE, "-u", "http://u", "-t", "a,b", "-b", "/data"))
                .isEqualTo(expected);
        assertThat(values(EdgeMode.EDGE, "--upstream-url=http://u", "--tokens", "a,b", "--backup_folder", "/data"))
                .isEqualTo(expected);
    }

    @Test
    void aShortFormMeansWhatItMeansInTheMode() {
        assertThat(values(EdgeMode.OFFLINE, "-b", "f.json", "-r", "5", "-t", "a"))
                .isEqualTo(Map.of("BOOTSTRAP_FILE", "f.json", "RELOAD_INTERVAL", "5", "TOKENS", "a"));
        assertThat(values(EdgeMode.EDGE, "-b", "/data", "-r", "redis://r"))
                .isEqualTo(Map.of("BACKUP_FOLDER", "/data", "REDIS_URL", "redis://r"));
    }

    @Test
    void aSwitchNeedsNoValueAndHeadersAreRepeated() {
        assertThat(values(EdgeMode.EDGE, "-s", "--tls-enable", "-H", "X-Api-Key: a", "-H", "X-Other: b"))
                .isEqualTo(Map.of(
                        "SKIP_SSL_VERIFICATION",
                        "true",
                        "TLS_ENABLE",
                        "true",
                        "CUSTOM_CLIENT_HEADERS",
                        "X-Api-Key: a,X-Other: b"));
        assertThat(values(EdgeMode.EDGE, "--tls-enable=false")).isEqualTo(Map.of("TLS_ENABLE", "false"));
    }

    @Test
    void whatIsNoOptionIsRefused() {
        assertThatThrownBy(() -> values(EdgeMode.EDGE, "--upstream", "u"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--upstream");
    }

    @ParameterizedTest
    @EnumSource
    void everyOptionIsOne(UnleashEdgeOption option) {
        if (option.effect() != Effect.COMMAND && !option.flags().isEmpty()) {
            String flag = option.flags().get(option.flags().size() - 1);

            assertThat(Stream.of(EdgeMode.values())).allSatisfy(mode -> {
                CommandSpec command = CommandSpec.create().name(mode.command());
                EdgeOptions.addTo(command, mode);
                assertThat(command.findOption(flag)).isNotNull();
            });
        }
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("-w 4 edge -u http://u", "edge --workers 4 -u http://u"),
                Arguments.of("--port=3070 -b /flags edge", "edge --port=3070 --base-path /flags"),
                Arguments.of(
                        "-i 127.0.0.1 --tls-enable offline -b f.json",
                        "offline --interface 127.0.0.1 --tls-enable -b f.json"),
                Arguments.of("edge -b /data", "edge -b /data"),
                Arguments.of("--help", "--help"),
                Arguments.of("--version edge", "--version edge"),
                Arguments.of("-p 3070", "-p 3070"),
                Arguments.of("stop edge", "stop edge"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void optionsMayStandBeforeTheCommand(String line, String meant) {
        assertThat(String.join(" ", EdgeOptions.behindTheCommand(line.split(" "))))
                .isEqualTo(meant);
    }
}
