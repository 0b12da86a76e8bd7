package dev.jackstaff.cli.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootScriptTest {
    private final Path directory;

    BootScriptTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aScriptIsWrittenAsItIsForAServerThatHasWhatItRefersTo() throws IOException {
        BootScript script = new BootScript("a.asadmin", "# ${ENV=COMMENT}\nset port=${ENV=PORT}\n");

        Path written = script.writeTo(directory, Map.of("PORT", "1"));

        assertThat(written).hasContent("# ${ENV=COMMENT}\nset port=${ENV=PORT}\n");
    }

    @Test
    void aReferenceToWhatIsNotSetIsRefusedByName() {
        BootScript script = new BootScript("a.asadmin", "set port=${ENV=PORT} name=${ENV=NAME}");

        assertThatThrownBy(() -> script.writeTo(directory, Map.of("PORT", "1")))
                .isInstanceOf(Failure.class)
                .hasMessage("a.asadmin refers to what is not set: NAME");
    }

    @Test
    void anotherKindOfReferenceIsRefused() {
        BootScript script = new BootScript("a.asadmin", "set port=${port}");

        assertThatThrownBy(script::references).isInstanceOf(Failure.class).hasMessageContaining("${port}");
    }

    @Test
    void portsAreWrittenOutAndSecretsAreNot(@TempDir Path directory) throws IOException {
        BootScript script = new BootScript("a.asadmin", "set port=${ENV=HUB_PORT}\nset password=${ENV=DB_PASSWORD}\n");

        Path written = script.writeTo(directory, Map.of("HUB_PORT", "8080", "DB_PASSWORD", "secret"));

        assertThat(written).hasContent("set port=8080\nset password=${ENV=DB_PASSWORD}\n");
    }

    @Test
    void theHubsGridInvalidatesNearCachesAtOnceAndSendsNothingHome() {
        assertThat(BootScript.shipped("hub.jvm-options").text())
                .contains("-Dhazelcast.map.invalidation.batch.enabled=false")
                .contains("-Dhazelcast.phone.home.enabled=false")
                .contains("-Dhazelcast.socket.bind.any=false");
    }

    @Test
    void theHubsScriptsReferOnlyToTheDocumentedEnvironment() {
        assertThat(BootScript.shipped("hub-pre-boot.asadmin").references())
                .containsExactly(
                        "JACKSTAFF_DB_PASSWORD",
                        "JACKSTAFF_DB_URL",
                        "JACKSTAFF_DB_USER",
                        "JACKSTAFF_GRID_ADDRESS",
                        "JACKSTAFF_GRID_MEMBERS",
                        "JACKSTAFF_GRID_NAME",
                        "JACKSTAFF_HUB_ADDRESS",
                        "JACKSTAFF_HUB_ASADMIN_PORT",
                        "JACKSTAFF_HUB_GRID_PORT",
                        "JACKSTAFF_HUB_PORT");
        assertThat(BootScript.shipped("hub-post-boot.asadmin").references()).containsExactly("JACKSTAFF_HUB_EAR");
        assertThat(BootScript.shipped("edge-pre-boot.asadmin").references()).containsExactly("JACKSTAFF_EDGE_ADDRESS");
    }
}
