package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.Failure;
import jakarta.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One installation on this machine: its directory, and its state, which is on disk before anything relies on it. */
public final class Installation {
    private final Home home;
    private State state;

    private Installation(Home home, State state) {
        this.home = home;
        this.state = state;
    }

    /** The installation in that directory, if there is one. */
    public static Optional<Installation> existing(Home home) {
        try {
            return Files.exists(home.state())
                    ? Optional.of(new Installation(home, State.fromJson(Files.readString(home.state()))))
                    : Optional.empty();
        } catch (IOException | JsonException | ClassCastException | NullPointerException e) {
            throw new Failure(home.state() + " cannot be read (" + e.getMessage() + "). Remove it to begin anew.", e);
        }
    }

    /** The installation in that directory with these settings; it is made when there is none. */
    public static Installation with(Home home, Settings settings) {
        home.prepare();
        Optional<Installation> existing = existing(home);
        existing.ifPresent(installation -> installation.adopt(settings));
        return existing.orElseGet(() -> made(home, settings));
    }

    private static Installation made(Home home, Settings settings) {
        Secrets secrets = Secrets.random();
        Ports ports = ports(settings, unused(), settings.database().orElseGet(Installation::unused));
        String grid = "jackstaff-" + Secrets.text(8);
        State state = new State(grid, ports, database(settings, ports, secrets), secrets, Map.of());
        Installation installation = new Installation(home, state);
        installation.save();
        return installation;
    }

    private void adopt(Settings settings) {
        Ports ports = ports(
                settings,
                state.ports().asadmin(),
                settings.database().orElse(state.ports().database()));
        Database database = database(settings, ports, state.secrets());
        boolean moved = !ports.equals(state.ports()) || !database.equals(state.database());
        if (moved
                && Arrays.stream(Role.values())
                        .anyMatch(role -> state.running(role).isPresent())) {
            throw new Failure("It already runs with other ports or another database. Stop it first: ./jackstaff down");
        }
        change(before -> before.at(ports, database));
    }

    /** Takes unused ports in place of those that were picked earlier and are taken now. */
    public void pickFreePorts(boolean databasePortIsGiven) {
        Ports now = state.ports();
        LoopbackPort asadmin = now.asadmin().free() || running(Role.HUB).isPresent() ? now.asadmin() : unused();
        boolean keep = databasePortIsGiven
                || running(Role.POSTGRES).isPresent()
                || now.database().free();
        LoopbackPort database = keep ? now.database() : unused();
        Ports next = new Ports(now.hub(), now.edge(), now.hubGrid(), now.edgeGrid(), asadmin, database);
        change(before ->
                before.at(next, before.ownsDatabase() ? Database.own(database, before.secrets()) : before.database()));
    }

    public Home home() {
        return home;
    }

    public synchronized State state() {
        return state;
    }

    public Optional<ProcessIdentity> running(Role role) {
        return state().running(role);
    }

    /** Changes the state, on disk and here. */
    public synchronized void change(UnaryOperator<State> change) {
        state = change.apply(state);
        save();
    }

    private synchronized void save() {
        try {
            new PrivateFile(home.state()).write(state.toJson());
        } catch (IOException e) {
            throw new Failure("Cannot write " + home.state() + ": " + e.getMessage(), e);
        }
    }

    private static Ports ports(Settings settings, LoopbackPort asadmin, LoopbackPort database) {
        return new Ports(settings.hub(), settings.edge(), settings.hubGrid(), settings.edgeGrid(), asadmin, database);
    }

    private static Database database(Settings settings, Ports ports, Secrets secrets) {
        return settings.ownDatabase().orElseGet(() -> Database.own(ports.database(), secrets));
    }

    private static LoopbackPort unused() {
        try {
            return LoopbackPort.unused();
        } catch (IOException e) {
            throw new Failure("No unused port was found: " + e.getMessage(), e);
        }
    }
}
