package dev.jackstaff.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlexFlagConfigurationTest {
    /** As FlexFlag's own documentation has it. */
    private static final String FILE =
            """
            server:
              host: 0.0.0.0
              port: 8180 # the API
              environment: development

            database:
              host: db.example.org
              port: 5433
              username: flexflag
              password: "a#b"
              database: flexflag
              ssl_mode: disable
              max_conns: 10

            redis:
              host: localhost
              password: ""

            auth:
              jwt_secret: your-secret-key-here
              jwt_expiry: 24h

            logging:
              level: info
              format: json
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path directory;

    private FlexFlagConfiguration of(String file, Map<String, String> environment) throws IOException {
        Files.writeString(directory.resolve("config.yaml"), file);
        return FlexFlagConfiguration.of(environment, directory);
    }

    @Test
    void theFileSetsPortAndDatabase() throws IOException {
        InstallationSettings settings =
                new InstallationSettings(of(FILE, Map.of()).translate(Map.of()));

        assertThat(settings.hubPort().number()).isEqualTo(8180);
        assertThat(settings.externalDatabase())
                .hasValue(new DatabaseSettings(
                        "jdbc:postgresql://db.example.org:5433/flexflag?sslmode=disable", "flexflag", "a#b"));
    }

    @Test
    void aVariableIsStrongerThanTheFileAndOurOwnNameIsTheStrongest() throws IOException {
        Map<String, String> environment =
                Map.of("FLEXFLAG_SERVER_PORT", "8280", "JACKSTAFF_DB_URL", "jdbc:postgresql://ours/a");

        InstallationSettings settings =
                new InstallationSettings(of(FILE, environment).translate(environment));

        assertThat(settings.hubPort().number()).isEqualTo(8280);
        assertThat(settings.externalDatabase())
                .hasValue(new DatabaseSettings("jdbc:postgresql://ours/a", "postgres", ""));
    }

    @Test
    void theVariablesAloneAreEnough() {
        Map<String, String> environment = Map.of(
                "FLEXFLAG_DATABASE_HOST", "db", "FLEXFLAG_DATABASE_NAME", "flags", "FLEXFLAG_DATABASE_USERNAME", "ada");

        assertThat(new InstallationSettings(
                                FlexFlagConfiguration.of(environment, directory).translate(environment))
                        .externalDatabase())
                .hasValue(new DatabaseSettings("jdbc:postgresql://db:5432/flags", "ada", ""));
    }

    @Test
    void whatHasNoEffectIsSaid() throws IOException {
        assertThat(of(FILE + "  colour: red\n", Map.of("FLEXFLAG_JWT_SECRET", "a"))
                        .withoutEffect())
                .anySatisfy(line -> assertThat(line).startsWith("FLEXFLAG_SERVER_HOST (server.host) has no effect: "))
                .anySatisfy(line -> assertThat(line).startsWith("FLEXFLAG_DATABASE_MAX_CONNS"))
                .anySatisfy(line -> assertThat(line).startsWith("FLEXFLAG_REDIS_HOST"))
                .anySatisfy(line -> assertThat(line).startsWith("FLEXFLAG_AUTH_JWT_SECRET"))
                .anySatisfy(line -> assertThat(line).startsWith("FLEXFLAG_JWT_SECRET"))
                .anySatisfy(line -> assertThat(line).startsWith("FLEXFLAG_LOGGING_LEVEL"))
                .contains("logging.colour in config.yaml is unknown and has no effect.")
                .allSatisfy(line -> assertThat(line).doesNotContain("your-secret-key-here"));
    }

    @Test
    void anotherProgramsFileIsLeftAlone() throws IOException {
        assertThat(of("version: 2\njobs:\n  - build\n", Map.of()).options()).isEmpty();
        assertThat(of("server:\n  port: 1\nroutes:\n  a: b\n", Map.of()).options())
                .isEmpty();
    }

    @Test
    void aFileThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> of(FILE + "database: [1]\n", Map.of()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("config.yaml is not understood, line ");
    }
}
