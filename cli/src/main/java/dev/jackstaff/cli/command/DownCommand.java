package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationLock;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.stack.StackStopper;
import dev.jackstaff.cli.terminal.Progress;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command that stops all processes. Data stays. */
@Command(name = "down", description = "Stop everything. The data stays.")
public final class DownCommand implements Callable<Integer> {
    private final CommandContext context;

    public DownCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        boolean any = false;
        if (Files.exists(context.home().stateFile())) {
            InstallationLock lock = InstallationLock.acquireByEndingHolder(context.home());
            try (lock;
                    Progress progress = Progress.on(context.out(), context.isTerminal())) {
                Installation installation = Installation.find(context.home()).orElseThrow();
                any = new StackStopper(installation, progress).stop(EnumSet.allOf(ProcessRole.class));
            }
        }
        context.out().println(any ? "Jackstaff is stopped." : "Jackstaff is not running.");
        return 0;
    }
}
