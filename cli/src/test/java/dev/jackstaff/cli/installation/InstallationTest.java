package dev.jackstaff.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private final Path directory;
    private final Home home;

    InstallationTest(@TempDir Path directory) {
        this.directory = directory;
        this.home = new Home(directory.resolve("home"));
    }

    @Test
    void secretsAndGridAreKeptOverRestarts() {
        State first = Installation.with(home, settings()).state();

        State second = Installation.with(home, settings()).state();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void twoInstallationsShareNothing() {
        State one = Installation.with(home, settings()).state();
        State other = Installation.with(new Home(directory.resolve("other")), settings())
                .state();

        assertThat(other.grid()).isNotEqualTo(one.grid());
        assertThat(other.secrets().admin()).isNotEqualTo(one.secrets().admin());
        assertThat(other.database().password()).isNotEqualTo(one.database().password());
    }

    @Test
    void theDefaultPortsAreTheDesigns() {
        Ports ports = Installation.with(home, settings()).state().ports();

        assertThat(ports.hub()).hasToString("8080");
        assertThat(ports.edge()).hasToString("8081");
        assertThat(ports.hubGrid()).hasToString("4900");
        assertThat(ports.edgeGrid()).hasToString("6900");
    }

    @Test
    void portsMayMoveWhileNothingRuns() {
        Installation.with(home, settings());

        Installation moved = Installation.with(home, new Settings(Map.of(Settings.HUB_PORT, "9090")));

        assertThat(moved.state().ports().hub()).hasToString("9090");
    }

    @Test
    void portsMayNotMoveUnderARunningProcess() {
        Installation.with(home, settings()).change(state -> state.with(Role.HUB, ProcessIdentity.current()));

        assertThatThrownBy(() -> Installation.with(home, new Settings(Map.of(Settings.HUB_PORT, "9090"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("jackstaff down");
    }

    @Test
    void anotherDatabaseIsUsedWhenItIsNamed() {
        Settings settings = new Settings(Map.of(
                "JACKSTAFF_DB_URL", "jdbc:postgresql://db/flags",
                "JACKSTAFF_DB_USER", "ada",
                "JACKSTAFF_DB_PASSWORD", "secret"));

        State state = Installation.with(home, settings).state();

        assertThat(state.database()).isEqualTo(new Database("jdbc:postgresql://db/flags", "ada", "secret"));
        assertThat(state.ownsDatabase()).isFalse();
    }

    @Test
    void theStateIsReadableByItsOwnerOnly() throws IOException {
        Installation.with(home, settings());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.state())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void aDamagedStateSaysWhatToDo() throws IOException {
        Installation.with(home, settings());
        Files.writeString(home.state(), "{\"grid\": ");

        assertThatThrownBy(() -> Installation.existing(home))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("state.json cannot be read")
                .hasMessageContaining("Remove it");
    }

    @Test
    void aFullDiskIsRefusedWithWhatIsFreeAndWhatIsNeeded() {
        assertThatThrownBy(() -> home.refuseFullDisk(12_000_000, 300_000_000))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("The disk is full: 12 MB are free")
                .hasMessageContaining("300 MB are needed")
                .hasMessageContaining("JACKSTAFF_HOME");
    }

    private static Settings settings() {
        return new Settings(Map.of());
    }
}
