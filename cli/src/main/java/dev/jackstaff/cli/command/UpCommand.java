package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationLock;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.quickstart.DemoProject;
import dev.jackstaff.cli.quickstart.Quickstart;
import dev.jackstaff.cli.stack.Stack;
import dev.jackstaff.cli.terminal.Progress;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what does not run, ensures the demo project, and says how to reach it all. */
@Command(
        name = "up",
        description = {
            "Start PostgreSQL, the hub, an edge and a demo project; what already runs is used.",
            "Stays in the foreground until Ctrl-C stops all of it, or returns with --detach."
        })
public final class UpCommand implements Callable<Integer> {
    @Option(names = "--detach", description = "Return when everything is up, and leave it running.")
    private boolean detach;

    private final Context context;

    public UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Installation installation;
        try (Progress progress = Progress.on(context.out(), context.terminal())) {
            InstallationLock lock = InstallationLock.take(context.home());
            try (lock) {
                installation = Installation.with(context.home(), context.settings());
                installation.pickFreePorts(context.settings().database().isPresent());
                boolean running = missing(installation).isEmpty();
                Stack stack = new Stack(installation, progress, context.artifacts());
                Rollback rollback = Rollback.armed(installation, progress, stack, () -> EnumSet.allOf(Role.class));
                Quickstart quickstart = start(installation, progress, stack, rollback);
                if (detach) {
                    rollback.keep();
                }
                new Summary(context.out()).print(quickstart, running, detach);
            }
        }
        return detach ? 0 : new Watch(installation, context.out()).untilStopped();
    }

    private Quickstart start(Installation installation, Progress progress, Stack stack, Rollback rollback) {
        Set<Role> missing = missing(installation);
        try {
            if (!missing.isEmpty()) {
                progress.say("Starting Jackstaff in " + context.home().directory());
            }
            stack.start(missing);
            return progress.step(
                    "The demo project is at the edge",
                    () -> new DemoProject(context.home(), installation.state()).ensure());
        } catch (RuntimeException e) {
            rollback.undo();
            throw e;
        }
    }

    private Set<Role> missing(Installation installation) {
        Set<Role> missing = EnumSet.allOf(Role.class);
        if (context.settings().ownDatabase().isPresent()) {
            missing.remove(Role.POSTGRES);
        }
        missing.removeIf(role -> installation.running(role).isPresent());
        return missing;
    }
}
