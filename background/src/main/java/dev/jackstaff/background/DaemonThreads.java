package dev.jackstaff.background;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The factory of daemon threads that the container does not know. They do not inherit from the creating thread: what a
 * thread of an application creates in the data grid is bound to that application ("tenant control"). So where the data
 * grid is involved, the container's executors are not used.
 */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** A new thread, not started. */
    public static Thread create(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * An executor with its own threads, whose names are numbered. After its shutdown it runs nothing more, and what is
     * cancelled leaves it at once.
     */
    public static ScheduledExecutorService executor(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(threads, task -> create(name + "-" + number.incrementAndGet(), task));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    /** A started thread. */
    public static Thread start(String name, Runnable task) {
        Thread thread = create(name, task);
        thread.start();
        return thread;
    }
}
