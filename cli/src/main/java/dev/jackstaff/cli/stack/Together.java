package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.terminal.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that goes on at the same time. The first failure is everybody's failure: the rest is interrupted. */
final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stack");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletionService<Boolean> finished = new ExecutorCompletionService<>(threads);
    private final List<Future<Boolean>> begun = new ArrayList<>();

    void begin(Runnable work) {
        begun.add(finished.submit(work, true));
    }

    /** Waits for all that was begun. */
    void await() {
        try {
            for (int i = 0; i < begun.size(); i++) {
                finished.take().get();
            }
            begun.clear();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
