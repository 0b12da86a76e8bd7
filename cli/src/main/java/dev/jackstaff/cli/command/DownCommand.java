package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationLock;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.stack.Stopping;
import dev.jackstaff.cli.terminal.Progress;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything, whatever state it is in. The data stays. */
@Command(name = "down", description = "Stop everything. The data stays.")
public final class DownCommand implements Callable<Integer> {
    private final Context context;

    public DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        boolean any = false;
        if (Files.exists(context.home().state())) {
            InstallationLock lock = InstallationLock.takeOver(context.home());
            try (lock;
                    Progress progress = Progress.on(context.out(), context.terminal())) {
                Installation installation =
                        Installation.existing(context.home()).orElseThrow();
                any = new Stopping(installation, progress).stop(EnumSet.allOf(Role.class));
            }
        }
        context.out().println(any ? "Jackstaff is stopped." : "Jackstaff is not running.");
        return 0;
    }
}
