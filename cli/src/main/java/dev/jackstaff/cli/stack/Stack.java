package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.client.Health;
import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.installation.State;
import dev.jackstaff.cli.payara.EdgeServer;
import dev.jackstaff.cli.payara.HubServer;
import dev.jackstaff.cli.postgres.GivenDatabase;
import dev.jackstaff.cli.postgres.Postgres;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.process.Signals;
import dev.jackstaff.cli.quickstart.Administrator;
import dev.jackstaff.cli.terminal.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The processes of an installation in the order they need each other: the database, the hub once the database answers, the
 * edge once the hub's data grid answers. What can be done at the same time is.
 */
public final class Stack {
    private static final Path NOTHING = Path.of("/dev/null");
    private static final Duration DATABASE = Duration.ofMinutes(1);
    private static final Duration HUB = Duration.ofMinutes(4);
    private static final Duration EDGE = Duration.ofMinutes(2);
    private static final Duration SNAPSHOTS = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(150);

    private final Installation installation;
    private final Progress progress;
    private final Launcher launcher;
    private final Postgres postgres;
    private final HubServer hub;
    private final EdgeServer edge;

    public Stack(Installation installation, Progress progress, Artifacts artifacts) {
        this.installation = installation;
        this.progress = progress;
        this.launcher = new Launcher(installation);
        this.postgres = new Postgres(installation.home(), artifacts.postgres());
        this.hub = new HubServer(installation.home(), artifacts);
        this.edge = new EdgeServer(installation.home(), artifacts);
    }

    /** Starts the given, which do not run, and returns when these and those that already run are up. */
    public void start(Set<Role> roles) {
        new PortCheck(installation.state().ports()).refuseTaken(roles);
        if (roles.contains(Role.HUB) && !state().ownsDatabase()) {
            progress.run("Your PostgreSQL answers", () -> new GivenDatabase(state().database()).check());
        }
        try (Together together = new Together()) {
            if (roles.contains(Role.POSTGRES)) {
                together.begin(this::startPostgres);
            }
            if (roles.contains(Role.HUB)) {
                together.begin(() -> progress.run("Payara Server is ready to use", () -> hub.prepare(state())));
            }
            if (roles.contains(Role.EDGE)) {
                together.begin(() -> progress.run("Payara Micro is ready to use", edge::prepare));
            }
            together.await();
            if (roles.contains(Role.HUB)) {
                launchHub(together);
            }
            if (roles.contains(Role.EDGE)) {
                together.begin(() -> startEdge(!roles.contains(Role.HUB)));
            }
            for (Role role : Role.values()) {
                installation
                        .running(role)
                        .filter(process -> !roles.contains(role))
                        .ifPresent(process -> together.begin(() -> awaitRunning(role, process)));
            }
            together.await();
        }
    }

    /** Waits for one that already runs: the command that started it may have been killed before it was up. */
    private void awaitRunning(Role role, ProcessIdentity process) {
        switch (role) {
            case POSTGRES -> wait(new Waiting(role, process, postgres.log()), postgres::ready, DATABASE);
            case HUB -> wait(new Waiting(role, process, hub.log(), hub::fault), hubHealth()::ready, HUB);
            case EDGE -> wait(new Waiting(role, process, edge.log(), edge::fault), edgeHealth()::live, EDGE);
        }
    }

    private void wait(Waiting waiting, BooleanSupplier ready, Duration limit) {
        if (!ready.getAsBoolean()) {
            progress.run(waiting.role().subject() + ", started earlier, is up", () -> waiting.until(ready, limit));
        }
    }

    /** No process is started from now on. */
    public void close() {
        launcher.close();
    }

    public boolean closed() {
        return launcher.closed();
    }

    /** What this stack has started, as opposed to what it found running. */
    public Set<Role> launched() {
        return launcher.launched();
    }

    private void startPostgres() {
        progress.run("PostgreSQL runs on port " + state().ports().database(), () -> {
            postgres.prepare(state());
            ProcessIdentity process = launcher.launch(Role.POSTGRES, postgres.server(state()), NOTHING);
            new Waiting(Role.POSTGRES, process, postgres.log()).until(postgres::ready, DATABASE);
        });
    }

    private void launchHub(Together together) {
        Waiting waiting = progress.step("The hub's data grid answers", () -> {
            ProcessIdentity process = launcher.launch(
                    Role.HUB, hub.server(state(), Administrator.of(state()).environment()), hub.input());
            return awaitGrid(process);
        });
        together.begin(
                () -> progress.run("The hub is deployed and ready", () -> waiting.until(hubHealth()::ready, HUB)));
    }

    /**
     * An edge is up when it lives; one that its server did not deploy gets another chance. Where a hub is there already, it is
     * given the time to get its snapshots.
     */
    private void startEdge(boolean hubWasThere) {
        progress.run("The edge is up", () -> {
            Optional<ProcessIdentity> gridMember = installation.running(Role.HUB);
            if (gridMember.isPresent()) {
                awaitGrid(gridMember.get());
            }
            ProcessIdentity process = launchEdge();
            new Waiting(Role.EDGE, process, edge.log())
                    .until(() -> edge.fault().isPresent() || edgeHealth().live(), EDGE);
            if (edge.forgotten()) {
                progress.say("           Payara Micro did not deploy the edge; it is started once more");
                Signals.TERMINATE.end(process, STOPPING);
                edge.prepare();
                process = launchEdge();
            }
            new Waiting(Role.EDGE, process, edge.log(), edge::fault).until(edgeHealth()::live, EDGE);
            long deadline = System.nanoTime() + SNAPSHOTS.toNanos();
            while (hubWasThere && hubHealth().ready() && !edgeHealth().ready() && System.nanoTime() < deadline) {
                Thread.sleep(POLL.toMillis());
            }
        });
    }

    private ProcessIdentity launchEdge() throws IOException {
        return launcher.launch(Role.EDGE, edge.server(state()), NOTHING);
    }

    private Waiting awaitGrid(ProcessIdentity hubProcess) throws InterruptedException {
        Waiting grid = new Waiting(Role.HUB, hubProcess, hub.log(), hub::fault);
        LoopbackPort port = state().ports().hubGrid();
        grid.until(port::listening, HUB);
        return grid;
    }

    private Health hubHealth() {
        return new Health(state().ports().hubUrl());
    }

    private Health edgeHealth() {
        return new Health(state().ports().edgeUrl());
    }

    private State state() {
        return installation.state();
    }
}
