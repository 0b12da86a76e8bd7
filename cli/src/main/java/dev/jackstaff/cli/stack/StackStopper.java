package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.process.TerminationSignal;
import dev.jackstaff.cli.terminal.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The stopper of an installation's processes: hub and edge first, the database last. A process that does not end is
 * killed.
 */
public record StackStopper(Installation installation, Progress progress) {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);

    /** Stops running processes, recorded or not; returns whether there were any. */
    public boolean stop(Set<ProcessRole> roles) {
        boolean any = false;
        try (ParallelSteps steps = new ParallelSteps()) {
            for (ProcessRole role : List.of(ProcessRole.EDGE, ProcessRole.HUB)) {
                any |= startStopping(role, roles, steps);
            }
            steps.awaitAll();
            any |= startStopping(ProcessRole.POSTGRES, roles, steps);
            steps.awaitAll();
        }
        return any;
    }

    private boolean startStopping(ProcessRole role, Set<ProcessRole> roles, ParallelSteps steps) {
        List<ProcessIdentity> processes = roles.contains(role) ? processes(role) : List.of();
        if (roles.contains(role)) {
            steps.start(() -> stop(role, processes));
        }
        return !processes.isEmpty();
    }

    private void stop(ProcessRole role, List<ProcessIdentity> processes) {
        for (ProcessIdentity process : processes) {
            // SIGINT is PostgreSQL's fast shutdown; after SIGTERM it would wait for the last client
            TerminationSignal signal =
                    role == ProcessRole.POSTGRES ? TerminationSignal.INTERRUPT : TerminationSignal.TERMINATE;
            progress.run(role.nameAtStart() + " is stopped", () -> {
                if (!signal.terminate(process, STOP_TIMEOUT)) {
                    progress.printLine("           " + role.nameAtStart() + " did not stop within "
                            + STOP_TIMEOUT.toSeconds() + " s and was killed");
                }
            });
        }
        installation.update(state -> state.withoutProcess(role));
    }

    private List<ProcessIdentity> processes(ProcessRole role) {
        List<ProcessIdentity> all = new ArrayList<>(new OrphanProcesses(installation.home()).inRole(role));
        installation
                .runningProcess(role)
                .filter(process -> !all.contains(process))
                .ifPresent(all::add);
        return all;
    }
}
