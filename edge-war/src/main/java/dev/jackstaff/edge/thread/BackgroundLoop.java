package dev.jackstaff.edge.thread;

import dev.jackstaff.edge.retry.Outage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread of the edge that repeats one task, and runs other jobs in between, one after the other. Nothing that the
 * task throws ends it, errors included: an outage is logged once, and the task is retried. Thread-safe.
 */
public final class BackgroundLoop {
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration NEVER = Duration.ofDays(10_000);
    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class.getName());

    private final Task task;
    private final Outage outage;
    private final LongSupplier nanoTime;
    private final Thread thread;
    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private long due;
    private boolean stopped;

    /** A task to be repeated. */
    @FunctionalInterface
    public interface Task {
        /** Runs once; returns the delay until the next run. */
        Duration run() throws Exception;
    }

    /**
     * A loop that is not started yet.
     *
     * @param name the thread's name
     * @param subject the activity that fails when the task throws, as the subject of a sentence
     */
    public BackgroundLoop(String name, String subject, Task task) {
        this(name, subject, task, System::nanoTime);
    }

    /** A loop with a test's own clock, which is read whenever the loop is woken or given a job. */
    BackgroundLoop(String name, String subject, Task task, LongSupplier nanoTime) {
        this.task = task;
        this.outage = new Outage(LOG, subject);
        this.nanoTime = nanoTime;
        this.thread = DaemonThreads.create(name, this::loop);
    }

    /** Starts, and runs the task at once. */
    public BackgroundLoop start() {
        return start(Duration.ZERO);
    }

    /** Starts, with a delay before the first run. */
    public synchronized BackgroundLoop start(Duration pause) {
        due = nanoTime.getAsLong() + pause.toNanos();
        thread.start();
        return this;
    }

    /** Runs the task at once, or once more if it is running. */
    public void wake() {
        wakeWithin(Duration.ZERO);
    }

    /** Runs the task within a time, unless it is due earlier. */
    public synchronized void wakeWithin(Duration pause) {
        due = earlier(due, nanoTime.getAsLong() + pause.toNanos());
        notifyAll();
    }

    /** Runs a job on this thread as soon as it is free; returns false once the loop was stopped. */
    public synchronized boolean execute(Runnable job) {
        if (stopped) {
            LOG.log(Level.FINE, "{0} has stopped.", thread.getName());
            return false;
        }
        jobs.add(job);
        notifyAll();
        return true;
    }

    /**
     * Stops the loop after its current run and the given jobs; nothing is interrupted, so no file stays half written.
     *
     * @return whether it ended within the limit
     */
    public boolean stop(Duration limit) {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        return join(limit);
    }

    /** Stops the loop, and interrupts its current run; for tasks that wait for others. */
    public boolean interrupt(Duration limit) {
        synchronized (this) {
            stopped = true;
            jobs.clear();
            notifyAll();
        }
        thread.interrupt();
        return join(limit);
    }

    /** Whether the thread is alive. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private boolean join(Duration limit) {
        if (Thread.currentThread().equals(thread)) {
            return false;
        }
        try {
            thread.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.log(Level.WARNING, "{0} did not stop within {1}.", new Object[] {thread.getName(), limit});
        }
        return !thread.isAlive();
    }

    private void loop() {
        for (Task next = next(); next != null; next = next()) {
            try {
                wakeWithin(next.run());
            } catch (InterruptedException interrupted) {
                LOG.log(Level.FINE, "Interrupted.", interrupted);
                wakeWithin(RETRY_PAUSE);
            } catch (Throwable failed) { // an Error too: a loop that ends silently makes the edge old
                outage.recordFailure(String.valueOf(failed), failed);
                wakeWithin(RETRY_PAUSE);
            }
        }
    }

    /** The next job or the task, once it is due; null at the end. */
    private synchronized @Nullable Task next() {
        while (jobs.isEmpty() && !stopped && remainingNanos() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, remainingNanos());
            } catch (InterruptedException interruption) {
                LOG.log(Level.FINE, "Interrupted while waiting; the next task is due now.", interruption);
            }
        }
        Runnable job = jobs.poll();
        if (job != null) {
            return () -> {
                job.run();
                return NEVER;
            };
        }
        if (stopped) {
            return null;
        }
        due = nanoTime.getAsLong() + NEVER.toNanos();
        return this::runTask;
    }

    private Duration runTask() throws Exception {
        Duration pause = task.run();
        outage.recordSuccess();
        return pause;
    }

    private long remainingNanos() {
        return due - nanoTime.getAsLong();
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }
}
