package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.stack.StackStopper;
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
        context.withInstallation((installation, progress) -> {
            if (!new StackStopper(installation, progress).stop(EnumSet.copyOf(roles))) {
                context.out().println("None of them was running.");
            }
        });
        return 0;
    }
}
