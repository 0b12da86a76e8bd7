package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.client.HealthProbe;
import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.payara.EdgeServer;
import dev.jackstaff.cli.payara.HubServer;
import dev.jackstaff.cli.postgres.ExternalDatabase;
import dev.jackstaff.cli.postgres.PostgresServer;
import dev.jackstaff.cli.postgres.WorkerRole;
import dev.jackstaff.cli.process.Deadline;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.process.TerminationSignal;
import dev.jackstaff.cli.quickstart.Administrator;
import dev.jackstaff.cli.terminal.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The starter of an installation's processes in their order: database, hub, edge. Independent steps run in parallel.
 */
public final class StackStarter {
    private static final Path NO_INPUT = Path.of("/dev/null");
    private static final Duration DATABASE_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration HUB_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration EDGE_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration SNAPSHOT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(150);

    private final Installation installation;
    private final Progress progress;
    private final ProcessLauncher launcher;
    private final PostgresServer postgres;
    private final HubServer hub;
    private final EdgeServer edge;

    public StackStarter(Installation installation, Progress progress, Artifacts artifacts) {
        this.installation = installation;
        this.progress = progress;
        this.launcher = new ProcessLauncher(installation);
        this.postgres = new PostgresServer(installation.home(), artifacts.postgresArchive());
        this.hub = new HubServer(installation.home(), artifacts);
        this.edge = new EdgeServer(installation.home(), artifacts);
    }

    /** Starts the given roles, and returns when these and the running ones are up. */
    public void start(Set<ProcessRole> roles) {
        new PortCheck(installation.state().ports()).requireFree(roles);
        if (roles.contains(ProcessRole.HUB) && !state().usesBundledDatabase()) {
            progress.run("The external PostgreSQL answers", () -> new ExternalDatabase(state().database())
                    .requireReachable());
        }
        try (ParallelSteps steps = new ParallelSteps()) {
            if (roles.contains(ProcessRole.POSTGRES)) {
                steps.start(this::startPostgres);
            }
            if (roles.contains(ProcessRole.HUB)) {
                steps.start(() -> progress.run("Payara Server is ready to use", () -> hub.prepare(state())));
            }
            if (roles.contains(ProcessRole.EDGE)) {
                steps.start(() -> progress.run("Payara Micro is ready to use", edge::prepare));
            }
            steps.awaitAll();
            if (roles.contains(ProcessRole.HUB)) {
                prepareDatabaseRole();
                launchHub(steps);
            }
            if (roles.contains(ProcessRole.EDGE)) {
                steps.start(() -> startEdge(!roles.contains(ProcessRole.HUB)));
            }
            for (ProcessRole role : ProcessRole.values()) {
                installation
                        .runningProcess(role)
                        .filter(process -> !roles.contains(role))
                        .ifPresent(process -> steps.start(() -> awaitStartedEarlier(role, process)));
            }
            steps.awaitAll();
        }
    }

    /** Waits for a process that runs already: the command that started it may have been killed before it was up. */
    private void awaitStartedEarlier(ProcessRole role, ProcessIdentity process) {
        switch (role) {
            case POSTGRES ->
                awaitReady(new ReadinessWait(role, process, postgres.logFile()), postgres::isReady, DATABASE_TIMEOUT);
            case HUB ->
                awaitReady(
                        new ReadinessWait(role, process, hub.logFile(), hub::startupFault),
                        hubHealth()::isReady,
                        HUB_TIMEOUT);
            case EDGE ->
                awaitReady(
                        new ReadinessWait(role, process, edge.logFile(), edge::startupFault),
                        edgeHealth()::isLive,
                        EDGE_TIMEOUT);
        }
    }

    private void awaitReady(ReadinessWait wait, BooleanSupplier ready, Duration limit) {
        if (!ready.getAsBoolean()) {
            progress.run(wait.role().nameAtStart() + ", started earlier, is up", () -> wait.awaitReady(ready, limit));
        }
    }

    /** Prevents further starts. */
    public void close() {
        launcher.close();
    }

    public boolean isClosed() {
        return launcher.isClosed();
    }

    /** The roles started here, without those found running. */
    public Set<ProcessRole> launched() {
        return launcher.launched();
    }

    private void startPostgres() {
        progress.run("PostgreSQL runs on port " + state().ports().database(), () -> {
            postgres.prepare(state());
            ProcessIdentity process = launcher.launch(ProcessRole.POSTGRES, postgres.program(state()), NO_INPUT);
            new ReadinessWait(ProcessRole.POSTGRES, process, postgres.logFile())
                    .awaitReady(postgres::isReady, DATABASE_TIMEOUT);
        });
    }

    /** A hub may be started before its database; then it works with the role that an earlier start has made. */
    private void prepareDatabaseRole() {
        if (state().usesBundledDatabase()
                && installation.runningProcess(ProcessRole.POSTGRES).isPresent()) {
            new WorkerRole(state()).prepare();
        }
    }

    private void launchHub(ParallelSteps steps) {
        ReadinessWait wait = progress.runStep("The hub's data grid answers", () -> {
            ProcessIdentity process = launcher.launch(
                    ProcessRole.HUB,
                    hub.program(state(), Administrator.of(state()).environmentVariables()),
                    hub.standardInput());
            return awaitGrid(process);
        });
        steps.start(() -> progress.run(
                "The hub is deployed and ready", () -> wait.awaitReady(hubHealth()::isReady, HUB_TIMEOUT)));
    }

    /**
     * Starts the edge, a second time if Payara Micro did not deploy it. If the hub was already running, waits for the
     * edge's snapshots.
     */
    private void startEdge(boolean hubWasRunning) {
        progress.run("The edge is up", () -> {
            Optional<ProcessIdentity> gridMember = installation.runningProcess(ProcessRole.HUB);
            if (gridMember.isPresent()) {
                awaitGrid(gridMember.get());
            }
            ProcessIdentity process = launchEdge();
            new ReadinessWait(ProcessRole.EDGE, process, edge.logFile())
                    .awaitReady(
                            () -> edge.startupFault().isPresent()
                                    || edgeHealth().isLive(),
                            EDGE_TIMEOUT);
            if (edge.isDeploymentMissing()) {
                progress.printLine("           Payara Micro did not deploy the edge; starting it again");
                TerminationSignal.TERMINATE.terminate(process, STOP_TIMEOUT);
                edge.prepare();
                process = launchEdge();
            }
            new ReadinessWait(ProcessRole.EDGE, process, edge.logFile(), edge::startupFault)
                    .awaitReady(edgeHealth()::isLive, EDGE_TIMEOUT);
            Deadline deadline = Deadline.after(SNAPSHOT_TIMEOUT);
            while (hubWasRunning && hubHealth().isReady() && !edgeHealth().isReady() && !deadline.isPast()) {
                Thread.sleep(POLL_INTERVAL.toMillis());
            }
        });
    }

    private ProcessIdentity launchEdge() throws IOException {
        return launcher.launch(ProcessRole.EDGE, edge.program(state()), NO_INPUT);
    }

    private ReadinessWait awaitGrid(ProcessIdentity hubProcess) throws InterruptedException {
        ReadinessWait grid = new ReadinessWait(ProcessRole.HUB, hubProcess, hub.logFile(), hub::startupFault);
        LoopbackPort port = state().ports().hubGrid();
        grid.awaitReady(port::isListening, HUB_TIMEOUT);
        return grid;
    }

    private HealthProbe hubHealth() {
        return new HealthProbe(state().ports().hubUrl());
    }

    private HealthProbe edgeHealth() {
        return new HealthProbe(state().ports().edgeUrl());
    }

    private InstallationState state() {
        return installation.state();
    }
}
