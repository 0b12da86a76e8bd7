package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.stack.StackStarter;
import dev.jackstaff.cli.stack.StackStopper;
import dev.jackstaff.cli.terminal.Progress;
import dev.jackstaff.cli.thread.CommandThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What happens to the processes when the command ends: on Ctrl-C, on a failure, or because its work is done. */
final class Rollback {
    private static final Duration SHUTDOWN_GRACE = Duration.ofMillis(300);

    private final StackStopper stopping;
    private final Progress progress;
    private final StackStarter stack;
    private final CountDownLatch shutdown = new CountDownLatch(1);
    private volatile boolean armed = true;

    private Rollback(StackStopper stopping, Progress progress, StackStarter stack) {
        this.stopping = stopping;
        this.progress = progress;
        this.stack = stack;
    }

    /** From now on the end of the command stops the processes in those roles. */
    static Rollback arm(
            Installation installation, Progress progress, StackStarter stack, Supplier<Set<ProcessRole>> roles) {
        Rollback rollback = new Rollback(new StackStopper(installation, progress), progress, stack);
        CommandThreads.runAtExit("rollback", () -> rollback.shutDown(roles));
        return rollback;
    }

    /** Leaves everything running. */
    void disarm() {
        armed = false;
    }

    /**
     * Stops what was started, and leaves what ran before. Does not return when the command is being ended already: Ctrl-C
     * reaches the programs it runs as well, and that one of them failed may be seen a moment before.
     */
    void rollBack() {
        try {
            if (shutdown.await(SHUTDOWN_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.currentThread().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopping.stop(stack.launched());
        armed = false;
    }

    private void shutDown(Supplier<Set<ProcessRole>> roles) {
        if (armed) {
            shutdown.countDown();
            stack.close();
            stopping.stop(roles.get());
            // programs that prepare something, such as initdb, are children of this command and nobody else's
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            progress.printLine("Stopped.");
        }
    }
}
