package dev.jackstaff.cli.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSetupFileTest {
    private final Path directory;

    ServerSetupFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aScriptIsWrittenAsItIsForAServerThatHasWhatItRefersTo() throws IOException {
        ServerSetupFile script = new ServerSetupFile("a.asadmin", "# ${ENV=COMMENT}\nset port=${ENV=PORT}\n");

        Path written = script.writeTo(directory, Map.of("PORT", "1"));

        assertThat(written).hasContent("# ${ENV=COMMENT}\nset port=${ENV=PORT}\n");
    }

    @Test
    void aReferenceToWhatIsNotSetIsRefusedByName() {
        ServerSetupFile script = new ServerSetupFile("a.asadmin", "set port=${ENV=PORT} name=${ENV=NAME}");

        assertThatThrownBy(() -> script.writeTo(directory, Map.of("PORT", "1")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("a.asadmin refers to unset environment variables: NAME");
    }

    @Test
    void anotherKindOfReferenceIsRefused() {
        ServerSetupFile script = new ServerSetupFile("a.asadmin", "set port=${port}");

        assertThatThrownBy(script::referencedVariables)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("${port}");
    }

    @Test
    void portsAreWrittenOutAndSecretsAreNot(@TempDir Path directory) throws IOException {
        ServerSetupFile script =
                new ServerSetupFile("a.asadmin", "set port=${ENV=HUB_PORT}\nset password=${ENV=DB_PASSWORD}\n");

        Path written = script.writeTo(directory, Map.of("HUB_PORT", "8080", "DB_PASSWORD", "secret"));

        assertThat(written).hasContent("set port=8080\nset password=${ENV=DB_PASSWORD}\n");
    }

    @Test
    void aSettingThatTheServerDoesNotHaveIsLeftOut() {
        ServerSetupFile script = new ServerSetupFile("a.asadmin", "# on and off\nset a.on=1\nset a.off=1\n");

        assertThat(script.without(".on=").text()).isEqualTo("# on and off\nset a.off=1\n");
    }

    @Test
    void theEdgesServerStartsItsServicesOneAfterTheOther() {
        assertThat(ServerSetupFile.load("edge.jvm-options").text().lines())
                .contains("-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS");
    }

    @Test
    void theHubsScriptsReferOnlyToTheDocumentedEnvironment() {
        assertThat(ServerSetupFile.load("hub-pre-boot.asadmin").referencedVariables())
                .containsExactly(
                        "JACKSTAFF_DB_PASSWORD",
                        "JACKSTAFF_DB_URL",
                        "JACKSTAFF_DB_USER",
                        "JACKSTAFF_HUB_ADDRESS",
                        "JACKSTAFF_HUB_PORT");
        assertThat(ServerSetupFile.load("hub-post-boot.asadmin").referencedVariables())
                .containsExactly("JACKSTAFF_HUB_EAR");
        assertThat(ServerSetupFile.load("edge-pre-boot.asadmin").referencedVariables())
                .isEmpty();
    }
}
