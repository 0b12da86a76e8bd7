package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.FlexFlagConfiguration;
import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationLock;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.quickstart.DemoProject;
import dev.jackstaff.cli.quickstart.Quickstart;
import dev.jackstaff.cli.stack.StackStarter;
import dev.jackstaff.cli.terminal.Progress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that starts everything and creates the demo project. */
@Command(
        name = "up",
        description = {
            "Start PostgreSQL, the hub, an edge and a demo project. What already runs is used.",
            "Stays in the foreground until Ctrl-C stops everything. With --detach it returns."
        })
public final class UpCommand implements Callable<Integer> {
    @Option(names = "--detach", description = "Return when everything is ready, and leave it running.")
    private boolean detach;

    private final CommandContext context;

    public UpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Installation installation;
        try (Progress progress = Progress.on(context.out(), context.isTerminal())) {
            InstallationLock lock = InstallationLock.acquire(context.home());
            try (lock) {
                installation = Installation.openOrCreate(context.home(), context.settings());
                installation.pickFreePorts(context.settings().databasePort().isPresent());
                boolean running = missing(installation).isEmpty();
                StackStarter stack = new StackStarter(installation, progress, context.artifacts());
                Rollback rollback = Rollback.arm(installation, progress, stack, () -> EnumSet.allOf(ProcessRole.class));
                Quickstart quickstart = start(installation, progress, stack, rollback);
                if (detach) {
                    rollback.disarm();
                }
                new UpSummary(context.out()).print(quickstart, running, detach);
            }
        }
        return detach ? 0 : new ProcessWatch(installation, context.out()).awaitStopped();
    }

    private Quickstart start(Installation installation, Progress progress, StackStarter stack, Rollback rollback) {
        Set<ProcessRole> missing = missing(installation);
        try {
            if (!missing.isEmpty()) {
                progress.printLine("Starting Jackstaff in " + context.home().directory());
                FlexFlagConfiguration.of(System.getenv(), Path.of(""))
                        .withoutEffect()
                        .forEach(sentence -> progress.printLine("           " + sentence));
            }
            stack.start(missing);
            return progress.runStep(
                    "The edge serves the demo project",
                    () -> new DemoProject(context.home(), installation.state()).ensureExists());
        } catch (RuntimeException e) {
            rollback.rollBack();
            throw e;
        }
    }

    private Set<ProcessRole> missing(Installation installation) {
        Set<ProcessRole> missing = EnumSet.allOf(ProcessRole.class);
        if (context.settings().externalDatabase().isPresent()) {
            missing.remove(ProcessRole.POSTGRES);
        }
        missing.removeIf(role -> installation.runningProcess(role).isPresent());
        return missing;
    }
}
