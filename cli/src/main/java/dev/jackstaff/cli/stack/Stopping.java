package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.process.Signals;
import dev.jackstaff.cli.terminal.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The end of an installation's processes: hub and edge are asked first, the database last; who does not listen is killed. */
public record Stopping(Installation installation, Progress progress) {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** Stops those that run, recorded or not. Returns whether there were any. */
    public boolean stop(Set<Role> roles) {
        boolean any = false;
        try (Together together = new Together()) {
            for (Role role : List.of(Role.EDGE, Role.HUB)) {
                any |= begin(role, roles, together);
            }
            together.await();
            any |= begin(Role.POSTGRES, roles, together);
            together.await();
        }
        return any;
    }

    private boolean begin(Role role, Set<Role> roles, Together together) {
        List<ProcessIdentity> processes = roles.contains(role) ? processes(role) : List.of();
        if (roles.contains(role)) {
            together.begin(() -> stop(role, processes));
        }
        return !processes.isEmpty();
    }

    private void stop(Role role, List<ProcessIdentity> processes) {
        for (ProcessIdentity process : processes) {
            // PostgreSQL takes an interrupt as "at once, but in order", and a termination as "when the last client is
            // gone"
            Signals signal = role == Role.POSTGRES ? Signals.INTERRUPT : Signals.TERMINATE;
            progress.run(role.subject() + " is stopped", () -> {
                if (!signal.end(process, PATIENCE)) {
                    progress.say(
                            "           " + role.title() + " had to be killed after " + PATIENCE.toSeconds() + " s");
                }
            });
        }
        installation.change(state -> state.without(role));
    }

    private List<ProcessIdentity> processes(Role role) {
        List<ProcessIdentity> all = new ArrayList<>(new Strays(installation.home()).of(role));
        installation.running(role).filter(process -> !all.contains(process)).ifPresent(all::add);
        return all;
    }
}
