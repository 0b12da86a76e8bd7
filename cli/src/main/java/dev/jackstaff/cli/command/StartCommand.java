package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationLock;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.stack.Stack;
import dev.jackstaff.cli.terminal.Failure;
import dev.jackstaff.cli.terminal.Progress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts single processes of an installation that was up before, and leaves them running. */
@Command(name = "start", description = "Start one process, or several, and leave it running.")
public final class StartCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "hub|edge|postgres", description = "What to start.")
    private List<Role> roles = List.of();

    private final Context context;

    public StartCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        InstallationLock lock = InstallationLock.take(context.home());
        try (lock;
                Progress progress = Progress.on(context.out(), context.terminal())) {
            Installation installation = Installation.existing(context.home())
                    .orElseThrow(() -> new Failure("Nothing was started here yet. Run: ./jackstaff up"));
            Set<Role> missing = EnumSet.copyOf(roles);
            missing.removeIf(role -> installation.running(role).isPresent());
            if (missing.isEmpty()) {
                context.out().println("It is already running.");
                return 0;
            }
            Stack stack = new Stack(installation, progress, context.artifacts());
            Rollback rollback = Rollback.armed(installation, progress, stack, stack::launched);
            start(stack, rollback, missing);
        }
        return 0;
    }

    private static void start(Stack stack, Rollback rollback, Set<Role> missing) {
        try {
            stack.start(missing);
        } catch (RuntimeException e) {
            rollback.undo();
            throw e;
        }
        rollback.keep();
    }
}
