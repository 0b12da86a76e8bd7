package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.installation.State;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** The foreground: says when a process dies, and ends when another command has stopped all of them. */
record Watch(Installation installation, PrintStream out) {
    private static final Duration POLL = Duration.ofMillis(500);

    int untilStopped() throws InterruptedException {
        Set<Role> dead = EnumSet.noneOf(Role.class);
        while (true) {
            Thread.sleep(POLL.toMillis());
            State state = Installation.existing(installation.home())
                    .map(Installation::state)
                    .orElse(installation.state());
            if (state.processes().isEmpty()) {
                out.println("Stopped by another command.");
                return 0;
            }
            for (Role role : state.processes().keySet()) {
                boolean running = state.running(role).isPresent();
                if (!running && dead.add(role)) {
                    out.println(role.subject() + " has ended by itself. Its log: "
                            + installation.home().log(role) + "\nTo start it again: ./jackstaff start " + role.key());
                } else if (running) {
                    dead.remove(role);
                }
            }
        }
    }
}
