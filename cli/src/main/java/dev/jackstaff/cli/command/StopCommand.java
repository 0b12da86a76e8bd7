package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationLock;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.stack.StackStopper;
import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.terminal.Progress;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that stops single processes. */
@Command(name = "stop", description = "Stop one or more processes.")
public final class StopCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "hub|edge|postgres", description = "The processes to stop.")
    private List<ProcessRole> roles = List.of();

    private final CommandContext context;

    public StopCommand(CommandContext context) {
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
            if (!new StackStopper(installation, progress).stop(EnumSet.copyOf(roles))) {
                context.out().println("None of them was running.");
            }
        }
        return 0;
    }
}
