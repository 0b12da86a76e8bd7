package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.Deadline;
import dev.jackstaff.cli.process.LogFile;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The wait for a started process to become ready. Fails early, with the last log lines, if the process ends or reports
 * a fault.
 */
record ReadinessWait(ProcessRole role, ProcessIdentity process, LogFile log, Supplier<Optional<String>> fault) {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(150);
    private static final int LOG_LINES = 15;

    ReadinessWait(ProcessRole role, ProcessIdentity process, LogFile log) {
        this(role, process, log, Optional::empty);
    }

    void awaitReady(BooleanSupplier ready, Duration limit) throws InterruptedException {
        Deadline deadline = Deadline.after(limit);
        while (!ready.getAsBoolean()) {
            fault.get().ifPresent(reason -> {
                throw new CommandFailedException(
                        role.nameAtStart() + " cannot start: " + reason.strip() + "\n" + lastLines(log));
            });
            if (!process.isAlive()) {
                throw new CommandFailedException(ProcessLauncher.endedMessage(role, log));
            }
            if (deadline.isPast()) {
                throw new CommandFailedException(
                        role.nameAtStart() + " was not ready within " + limit.toSeconds() + " s.\n" + lastLines(log));
            }
            Thread.sleep(POLL_INTERVAL.toMillis());
        }
    }

    static String lastLines(LogFile log) {
        return log.tail(LOG_LINES).stream().map(line -> "  | " + line + "\n").collect(Collectors.joining())
                + "The whole log: " + log.path();
    }
}
