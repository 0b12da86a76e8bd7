package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.installation.ProcessRole;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The foreground watch: reports processes that end unexpectedly, and returns when another command has stopped all of
 * them.
 */
record ProcessWatch(Installation installation, PrintStream out) {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    int awaitStopped() throws InterruptedException {
        Set<ProcessRole> dead = EnumSet.noneOf(ProcessRole.class);
        while (true) {
            Thread.sleep(POLL_INTERVAL.toMillis());
            InstallationState state = Installation.find(installation.home())
                    .map(Installation::state)
                    .orElse(installation.state());
            if (state.processes().isEmpty()) {
                out.println("Stopped by another command.");
                return 0;
            }
            for (ProcessRole role : state.processes().keySet()) {
                boolean running = state.runningProcess(role).isPresent();
                if (!running && dead.add(role)) {
                    out.println(role.nameAtStart() + " has ended unexpectedly. Log: "
                            + installation.home().logFile(role) + "\nRestart it: ./jackstaff start "
                            + role.key());
                } else if (running) {
                    dead.remove(role);
                }
            }
        }
    }
}
