package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.ProcessTree;
import dev.jackstaff.cli.stack.StackStarter;
import dev.jackstaff.cli.stack.StackStopper;
import dev.jackstaff.cli.terminal.Progress;
import dev.jackstaff.cli.thread.CommandThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The rollback of started processes when the command fails or is interrupted. */
final class Rollback {
    private static final Duration SHUTDOWN_GRACE = Duration.ofMillis(300);
    private static final Duration PREPARING_PROGRAMS_LIMIT = Duration.ofSeconds(5);

    private final StackStopper stopper;
    private final Progress progress;
    private final StackStarter stack;
    private final CountDownLatch shutdown = new CountDownLatch(1);
    private volatile boolean armed = true;

    private Rollback(StackStopper stopper, Progress progress, StackStarter stack) {
        this.stopper = stopper;
        this.progress = progress;
        this.stack = stack;
    }

    /** Arms a rollback: the end of the command stops the processes in those roles. */
    static Rollback arm(
            Installation installation, Progress progress, StackStarter stack, Supplier<Set<ProcessRole>> roles) {
        Rollback rollback = new Rollback(new StackStopper(installation, progress), progress, stack);
        CommandThreads.runAtExit("rollback", () -> rollback.shutDown(roles));
        return rollback;
    }

    /** Disarms the rollback: everything stays running. */
    void disarm() {
        armed = false;
    }

    /** Stops what this command started. Does not return if Ctrl-C is already ending the command. */
    void rollBack() {
        try {
            if (shutdown.await(SHUTDOWN_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.currentThread().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopper.stop(stack.launched());
        armed = false;
    }

    private void shutDown(Supplier<Set<ProcessRole>> roles) {
        if (armed) {
            shutdown.countDown();
            stack.close();
            stopper.stop(roles.get());
            // preparing programs, such as initdb, are children of this command that no state records
            new ProcessTree(ProcessHandle.current()).kill(PREPARING_PROGRAMS_LIMIT);
            progress.printLine("Stopped.");
        }
    }
}
