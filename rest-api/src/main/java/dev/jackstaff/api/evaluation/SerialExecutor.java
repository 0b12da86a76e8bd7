package dev.jackstaff.api.evaluation;

import dev.jackstaff.background.BackgroundLoop;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadFactory;

/**
 * A serial executor on one thread of the container: tasks run in order, and a failure does not stop the next. It is a
 * bean of its own, started by the module's own thread: events arrive on threads that belong to no module, where the
 * container has no resources to inject.
 */
@ApplicationScoped
class SerialExecutor {
    @Resource
    ManagedThreadFactory threads;

    private final BackgroundLoop loop = BackgroundLoop.forJobs("jackstaff-evaluation");

    /** Starts the thread. */
    void start() {
        start(threads);
    }

    /** Starts on a thread of the given factory. */
    void start(ThreadFactory factory) {
        loop.start(factory);
    }

    /** Runs a task after all tasks before it. */
    void execute(Runnable work) {
        loop.execute(work);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }
}
