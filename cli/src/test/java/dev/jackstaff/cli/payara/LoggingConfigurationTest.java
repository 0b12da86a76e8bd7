package dev.jackstaff.cli.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggingConfigurationTest {
    private static final String SHIPPED =
            """
            java.util.logging.ConsoleHandler.formatter=com.sun.enterprise.server.logging.ODLLogFormatter
            com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor=true
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path place;

    @ParameterizedTest
    @CsvSource({
        "'',com.sun.enterprise.server.logging.ODLLogFormatter",
        "text,com.sun.enterprise.server.logging.ODLLogFormatter",
        "JSON,fish.payara.enterprise.server.logging.JSONLogFormatter"
    })
    void theLogIsOfTheFormatAskedFor(String asked, String formatter) throws IOException {
        Path file = Files.writeString(place.resolve("logging.properties"), SHIPPED);

        new LoggingConfiguration(file, LogFormat.of(Map.of("JACKSTAFF_LOG_FORMAT", asked))).rewrite();

        Properties adjusted = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            adjusted.load(reader);
        }
        assertThat(adjusted)
                .containsEntry("java.util.logging.ConsoleHandler.formatter", formatter)
                .containsEntry("com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor", "false")
                .containsEntry("org.jboss.weld.Context.level", "SEVERE");
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThatThrownBy(() -> LogFormat.of(Map.of("JACKSTAFF_LOG_FORMAT", "xml")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("xml");
    }
}
