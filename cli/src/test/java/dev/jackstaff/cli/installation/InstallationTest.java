package dev.jackstaff.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private final Path directory;
    private final InstallationHome home;

    InstallationTest(@TempDir Path directory) {
        this.directory = directory;
        this.home = new InstallationHome(directory.resolve("home"));
    }

    @Test
    void secretsAndGridAreKeptOverRestarts() {
        InstallationState first = Installation.openOrCreate(home, settings()).state();

        InstallationState second = Installation.openOrCreate(home, settings()).state();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void twoInstallationsShareNothing() {
        InstallationState one = Installation.openOrCreate(home, settings()).state();
        InstallationState other = Installation.openOrCreate(
                        new InstallationHome(directory.resolve("other")), settings())
                .state();

        assertThat(other.gridName()).isNotEqualTo(one.gridName());
        assertThat(other.secrets().gridSecret()).isNotEqualTo(one.secrets().gridSecret());
        assertThat(other.secrets().adminPassword()).isNotEqualTo(one.secrets().adminPassword());
        assertThat(other.database().password()).isNotEqualTo(one.database().password());
    }

    @Test
    void theDefaultPortsAreTheDesigns() {
        Ports ports = Installation.openOrCreate(home, settings()).state().ports();

        assertThat(ports.hub()).hasToString("8080");
        assertThat(ports.edge()).hasToString("8081");
        assertThat(ports.hubGrid()).hasToString("4900");
        assertThat(ports.edgeGrid()).hasToString("6900");
    }

    @Test
    void portsMayMoveWhileNothingRuns() {
        Installation.openOrCreate(home, settings());

        Installation moved = Installation.openOrCreate(
                home, new InstallationSettings(Map.of(InstallationSettings.HUB_PORT, "9090")));

        assertThat(moved.state().ports().hub()).hasToString("9090");
    }

    @Test
    void portsMayNotMoveUnderARunningProcess() {
        Installation.openOrCreate(home, settings())
                .update(state -> state.withProcess(ProcessRole.HUB, ProcessIdentity.current()));

        assertThatThrownBy(() -> Installation.openOrCreate(
                        home, new InstallationSettings(Map.of(InstallationSettings.HUB_PORT, "9090"))))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("jackstaff down");
    }

    @Test
    void anotherDatabaseIsUsedWhenItIsNamed() {
        InstallationSettings settings = new InstallationSettings(Map.of(
                "JACKSTAFF_DB_URL", "jdbc:postgresql://db/flags",
                "JACKSTAFF_DB_USER", "ada",
                "JACKSTAFF_DB_PASSWORD", "secret"));

        InstallationState state = Installation.openOrCreate(home, settings).state();

        assertThat(state.database()).isEqualTo(new DatabaseSettings("jdbc:postgresql://db/flags", "ada", "secret"));
        assertThat(state.usesBundledDatabase()).isFalse();
    }

    @Test
    void theStateIsReadableByItsOwnerOnly() throws IOException {
        Installation.openOrCreate(home, settings());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.stateFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void aDamagedStateSaysWhatToDo() throws IOException {
        Installation.openOrCreate(home, settings());
        Files.writeString(home.stateFile(), "{\"grid\": ");

        assertThatThrownBy(() -> Installation.find(home))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("state.json cannot be read")
                .hasMessageContaining("Remove it");
    }

    @Test
    void aFullDiskIsRefusedWithWhatIsFreeAndWhatIsNeeded() {
        assertThatThrownBy(() -> home.requireFreeSpace(12_000_000, 300_000_000))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(" is too full: 12 MB are free")
                .hasMessageContaining("300 MB are needed")
                .hasMessageContaining("JACKSTAFF_HOME");
    }

    private static InstallationSettings settings() {
        return new InstallationSettings(Map.of());
    }
}
