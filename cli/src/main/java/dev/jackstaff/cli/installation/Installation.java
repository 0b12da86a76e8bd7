package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.CommandFailedException;
import jakarta.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An installation on this machine: its directory and its state, which is saved before it is used. */
public final class Installation {
    private final InstallationHome home;
    private InstallationState state;

    private Installation(InstallationHome home, InstallationState state) {
        this.home = home;
        this.state = state;
    }

    /** The installation in the directory; empty if there is none. */
    public static Optional<Installation> find(InstallationHome home) {
        try {
            return Files.exists(home.stateFile())
                    ? Optional.of(
                            new Installation(home, InstallationState.fromJson(Files.readString(home.stateFile()))))
                    : Optional.empty();
        } catch (IOException | JsonException | ClassCastException | NullPointerException e) {
            throw new CommandFailedException(
                    home.stateFile() + " cannot be read (" + e.getMessage()
                            + "). Remove it to create a new installation.",
                    e);
        }
    }

    /** The installation in a directory with these settings, created if there is none. */
    public static Installation openOrCreate(InstallationHome home, InstallationSettings settings) {
        home.prepare();
        Optional<Installation> existing = find(home);
        existing.ifPresent(installation -> installation.applySettings(settings));
        return existing.orElseGet(() -> create(home, settings));
    }

    private static Installation create(InstallationHome home, InstallationSettings settings) {
        InstallationSecrets secrets = InstallationSecrets.generate();
        Ports ports = ports(settings, settings.databasePort().orElseGet(Installation::unusedPort));
        String grid = "jackstaff-" + InstallationSecrets.randomText(8);
        InstallationState state =
                new InstallationState(grid, ports, databaseSettings(settings, ports, secrets), secrets, Map.of());
        Installation installation = new Installation(home, state);
        installation.save();
        return installation;
    }

    private void applySettings(InstallationSettings settings) {
        Ports ports =
                ports(settings, settings.databasePort().orElse(state.ports().database()));
        DatabaseSettings database = databaseSettings(settings, ports, state.secrets());
        boolean moved = !ports.equals(state.ports()) || !database.equals(state.database());
        if (moved
                && Arrays.stream(ProcessRole.values())
                        .anyMatch(role -> state.runningProcess(role).isPresent())) {
            throw new CommandFailedException(
                    "The installation already runs with other ports or another database. Stop it first:"
                            + " ./jackstaff down");
        }
        update(before -> before.withPortsAndDatabase(ports, database)
                .withSecrets(before.secrets().completed()));
    }

    /** Replaces automatically picked ports that are taken by now. */
    public void pickFreePorts(boolean databasePortIsGiven) {
        Ports now = state.ports();
        boolean keep = databasePortIsGiven
                || runningProcess(ProcessRole.POSTGRES).isPresent()
                || now.database().isFree();
        LoopbackPort database = keep ? now.database() : unusedPort();
        Ports next = new Ports(now.hub(), now.edge(), now.hubGrid(), now.edgeGrid(), database);
        update(before -> before.withPortsAndDatabase(
                next,
                before.usesBundledDatabase()
                        ? DatabaseSettings.bundled(database, before.secrets())
                        : before.database()));
    }

    public InstallationHome home() {
        return home;
    }

    public synchronized InstallationState state() {
        return state;
    }

    public Optional<ProcessIdentity> runningProcess(ProcessRole role) {
        return state().runningProcess(role);
    }

    /** Updates the state, in memory and on disk. */
    public synchronized void update(UnaryOperator<InstallationState> change) {
        state = change.apply(state);
        save();
    }

    private synchronized void save() {
        try {
            new PrivateFile(home.stateFile()).write(state.toJson());
        } catch (IOException e) {
            throw new CommandFailedException("Cannot write " + home.stateFile() + ": " + e.getMessage(), e);
        }
    }

    private static Ports ports(InstallationSettings settings, LoopbackPort database) {
        return new Ports(
                settings.hubPort(), settings.edgePort(), settings.hubGridPort(), settings.edgeGridPort(), database);
    }

    private static DatabaseSettings databaseSettings(
            InstallationSettings settings, Ports ports, InstallationSecrets secrets) {
        return settings.externalDatabase().orElseGet(() -> DatabaseSettings.bundled(ports.database(), secrets));
    }

    private static LoopbackPort unusedPort() {
        try {
            return LoopbackPort.unused();
        } catch (IOException e) {
            throw new CommandFailedException("No unused port was found: " + e.getMessage(), e);
        }
    }
}
