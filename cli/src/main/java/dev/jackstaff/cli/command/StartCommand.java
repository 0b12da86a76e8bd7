package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.stack.StackStarter;
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
        context.withInstallation(this::startMissing);
        return 0;
    }

    private void startMissing(Installation installation, Progress progress) {
        Set<ProcessRole> missing = EnumSet.copyOf(roles);
        missing.removeIf(role -> installation.runningProcess(role).isPresent());
        if (missing.isEmpty()) {
            context.out().println("All of them are running already.");
            return;
        }
        StackStarter stack = new StackStarter(installation, progress, context.artifacts());
        Rollback rollback = Rollback.arm(installation, progress, stack, stack::launched);
        start(stack, rollback, missing);
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
