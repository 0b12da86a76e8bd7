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
 * One named thread that does one task again and again: at once, whenever it is woken, and else after an interval. Nothing ends
 * it but {@link #stop} or the end of the container: a failure, an {@code Error} or an interruption means that the task is tried
 * again with the next turn. Of failures in a row the first is logged as a warning, and so is that they are over. Thread-safe.
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

    /** What is done again and again, on the loop's thread alone. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does it once.
         *
         * @param woken whether it was asked for; false where only the interval is over
         */
        void run(boolean woken);
    }

    /**
     * A loop that is not started yet.
     *
     * @param name of the thread, and in the log
     */
    public BackgroundLoop(String name, Duration interval, Task task) {
        this.name = name;
        this.interval = interval;
        this.task = task;
    }

    /** Begins. Called once. */
    public void start(ThreadFactory threads) {
        Thread made = threads.newThread(this::work);
        made.setName(name);
        thread = made;
        made.start();
    }

    /** Has the task done soon. However often this is called meanwhile, it is done once. */
    public void wake() {
        signals.release();
    }

    /** Ends the loop after the turn that it is in. */
    public void stop() {
        stopped = true;
        signals.release();
    }

    /** Whether the thread is there. */
    public boolean isRunning() {
        Thread known = thread;
        return known != null && known.isAlive();
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
