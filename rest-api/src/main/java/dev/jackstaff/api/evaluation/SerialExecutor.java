package dev.jackstaff.api.evaluation;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A serial executor on one thread of the container: tasks run in order, and a failure does not stop the next. It is a
 * bean of its own, started by the module's own thread: events arrive on threads that belong to no module, where the
 * container has no resources to inject.
 */
@ApplicationScoped
class SerialExecutor {
    private static final Logger LOG = Logger.getLogger(SerialExecutor.class.getName());

    @Resource
    ManagedThreadFactory threads;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private volatile boolean stopped;

    /** Starts the thread. */
    void start() {
        start(threads);
    }

    /** Starts on a thread of the given factory. */
    void start(ThreadFactory factory) {
        Thread thread = factory.newThread(this::runLoop);
        thread.setName("jackstaff-evaluation");
        thread.start();
    }

    /** Runs a task after all tasks before it. */
    void execute(Runnable work) {
        queue.add(work);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        queue.add(() -> {});
    }

    private void runLoop() {
        while (!isStopped()) {
            try {
                queue.take().run();
            } catch (InterruptedException interrupted) {
                LOG.log(Level.FINE, "Interrupted.", interrupted);
            } catch (RuntimeException | Error failed) {
                LOG.log(Level.SEVERE, "A published snapshot cannot be loaded.", failed);
            }
        }
    }

    private boolean isStopped() {
        return stopped || (Thread.currentThread() instanceof ManageableThread managed && managed.isShutdown());
    }
}
