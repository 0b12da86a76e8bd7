package dev.jackstaff.domain.background;

import jakarta.enterprise.concurrent.ManageableThread;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A named thread that repeats one task: at once when it is woken, otherwise after an interval. Only {@link #stop} or
 * the end of the container ends it: after a failure, an {@code Error} or an interruption, the task is tried again in
 * the next turn. Of consecutive failures the first is logged as a warning, and their end at INFO. Thread-safe.
 */
public final class BackgroundLoop {
    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class.getName());

    private final String name;
    private final Duration interval;
    private final Task task;
    private final Semaphore signals = new Semaphore(0);
    private volatile boolean stopped;
    private volatile boolean failing;
    private volatile @Nullable Thread thread;

    /** A task that is repeated, on the loop's thread alone. */
    @FunctionalInterface
    public interface Task {
        /**
         * Runs the task once.
         *
         * @param woken true after a call of {@link #wake}; false if only the interval is over
         */
        void run(boolean woken);
    }

    /**
     * A loop that is not started yet.
     *
     * @param name the name of the thread, also used in the log
     */
    public BackgroundLoop(String name, Duration interval, Task task) {
        this.name = name;
        this.interval = interval;
        this.task = task;
    }

    /** Starts the thread. Called once. */
    public void start(ThreadFactory threads) {
        Thread made = threads.newThread(this::work);
        made.setName(name);
        thread = made;
        made.start();
    }

    /** Requests a run of the task soon; several requests before it yield one run. */
    public void wake() {
        signals.release();
    }

    /** Ends the loop after the current turn. */
    public void stop() {
        stopped = true;
        signals.release();
    }

    /** Whether the thread exists. */
    public boolean isRunning() {
        Thread current = thread;
        return current != null && current.isAlive();
    }

    /** Whether the latest turn failed. */
    public boolean isFailing() {
        return failing;
    }

    private void work() {
        boolean woken = true;
        while (!over()) {
            turn(woken);
            woken = awaitSignal();
        }
    }

    private boolean over() {
        return stopped || (Thread.currentThread() instanceof ManageableThread managed && managed.isShutdown());
    }

    private void turn(boolean woken) {
        try {
            task.run(woken);
            if (failing) {
                failing = false;
                LOG.log(Level.INFO, "{0} works again", name);
            }
        } catch (RuntimeException | Error failed) {
            LOG.log(failing ? Level.FINE : Level.WARNING, name + " fails; it is tried again", failed);
            failing = true;
        }
    }

    /** Waits for a signal, or for the end of the interval; true for a signal. */
    private boolean awaitSignal() {
        try {
            boolean signalled = signals.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
            signals.drainPermits();
            return signalled;
        } catch (InterruptedException notEnded) {
            return true;
        }
    }
}
