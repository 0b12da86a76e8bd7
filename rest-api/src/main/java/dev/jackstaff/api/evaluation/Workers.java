package dev.jackstaff.api.evaluation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The container's threads. A bean of its own, started by the module's own thread: events arrive on threads that belong to no
 * module, where the container has no resources to inject.
 */
@ApplicationScoped
class Workers {
    @Resource
    ManagedExecutorService executor;

    /** Brings the bean to life. */
    void start() {
        execute(() -> {});
    }

    void execute(Runnable work) {
        executor.execute(work);
    }
}
