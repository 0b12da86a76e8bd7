package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.process.LogFile;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Waiting for a started process. It ends early, with the last lines of the log, when the process ends or reports a fault. */
record Waiting(Role role, ProcessIdentity process, LogFile log, Supplier<Optional<String>> fault) {
    private static final Duration POLL = Duration.ofMillis(150);
    private static final int LINES = 15;

    Waiting(Role role, ProcessIdentity process, LogFile log) {
        this(role, process, log, Optional::empty);
    }

    void until(BooleanSupplier ready, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.alive()) {
                throw new Failure(Launcher.ended(role, log));
            }
            fault.get().ifPresent(reason -> {
                throw new Failure(role.subject() + " cannot start: " + reason.strip() + "\n" + lastLines(log));
            });
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        role.subject() + " did not come up within " + limit.toSeconds() + " s.\n" + lastLines(log));
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    static String lastLines(LogFile log) {
        return log.tail(LINES).stream().map(line -> "  | " + line + "\n").collect(Collectors.joining())
                + "The whole log: " + log.path();
    }
}
