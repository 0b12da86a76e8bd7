package dev.jackstaff.api.evaluation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The container's threads, one thing after the other in the order of the events. A bean of its own, started by the module's own
 * thread: events arrive on threads that belong to no module, where the container has no resources to inject.
 */
@ApplicationScoped
class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class.getName());

    @Resource
    ManagedExecutorService executor;

    private CompletableFuture<Boolean> latest = CompletableFuture.completedFuture(true);

    /** Brings the bean to life. */
    void start() {
        execute(() -> {});
    }

    void execute(Runnable work) {
        execute(work, executor);
    }

    /** The same, on some threads. */
    synchronized void execute(Runnable work, Executor threads) {
        latest = latest.thenApplyAsync(before -> done(work), threads);
    }

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "A published snapshot could not be taken over.", failed);
            return false;
        }
    }
}
