package dev.jackstaff.background;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The factory of daemon threads that the container does not know. They inherit nothing from the creating thread. While
 * they are held, the work of new threads waits.
 */
public final class DaemonThreads {
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    private DaemonThreads() {}

    /**
     * Holds the work of the threads that are started from now on, until {@link #release}. A server that is deploying an
     * application may close its archives once more when it has; a thread that loads a class just then fails for good.
     */
    public static void hold() {
        gate = new CountDownLatch(1);
    }

    /** Lets the held work begin. */
    public static void release() {
        gate.countDown();
    }

    /** A new thread, not started. */
    public static Thread create(String name, Runnable task) {
        CountDownLatch start = gate;
        Thread thread = new Thread(null, () -> runOnceOpen(start, task), name, 0, false);
        thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    private static void runOnceOpen(CountDownLatch start, Runnable task) {
        try {
            start.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        task.run();
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
