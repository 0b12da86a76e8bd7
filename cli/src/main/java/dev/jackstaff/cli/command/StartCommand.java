package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationLock;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.stack.StackStarter;
import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.terminal.Progress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that starts single processes of an existing installation. */
@Command(name = "start", description = "Start one or more processes in the background.")
public final class StartCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "hub|edge|postgres", description = "The processes to start.")
    private List<ProcessRole> roles = List.of();

    private final CommandContext context;

    public StartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        InstallationLock lock = InstallationLock.acquire(context.home());
        try (lock;
                Progress progress = Progress.on(context.out(), context.isTerminal())) {
            Installation installation = Installation.find(context.home())
                    .orElseThrow(() -> new CommandFailedException(
                            "There is no installation in " + context.home().directory() + " yet. Run: ./jackstaff up"));
            Set<ProcessRole> missing = EnumSet.copyOf(roles);
            missing.removeIf(role -> installation.runningProcess(role).isPresent());
            if (missing.isEmpty()) {
                context.out().println("All of them are running already.");
                return 0;
            }
            StackStarter stack = new StackStarter(installation, progress, context.artifacts());
            Rollback rollback = Rollback.arm(installation, progress, stack, stack::launched);
            start(stack, rollback, missing);
        }
        return 0;
    }

    private static void start(StackStarter stack, Rollback rollback, Set<ProcessRole> missing) {
        try {
            stack.start(missing);
        } catch (RuntimeException e) {
            rollback.rollBack();
            throw e;
        }
        rollback.disarm();
    }
}
