package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.thread.CommandThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Steps that run in parallel. The first failure fails all of them and interrupts the rest. */
final class ParallelSteps implements AutoCloseable {
    private final ExecutorService threads = CommandThreads.parallel("stack");
    private final CompletionService<Boolean> finished = new ExecutorCompletionService<>(threads);
    private final List<Future<Boolean>> steps = new ArrayList<>();

    void start(Runnable work) {
        steps.add(finished.submit(work, true));
    }

    /** Waits for all started steps. */
    void awaitAll() {
        try {
            for (int i = 0; i < steps.size(); i++) {
                finished.take().get();
            }
            steps.clear();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CommandFailedException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("The command was interrupted.", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
