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
 * A thread of the edge that does one task again and again, and whatever else it is given in between, one after the other.
 * Nothing that the task throws ends it, errors included: an outage is logged once, and the task is tried again. Safe for threads.
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

    /** What is done again and again. */
    @FunctionalInterface
    public interface Task {
        /** Does it once; answers how long to wait before the next time. */
        Duration run() throws Exception;
    }

    /**
     * A loop that is still to be started.
     *
     * @param name of the thread
     * @param subject what fails when the task throws, as the subject of a sentence
     */
    public BackgroundLoop(String name, String subject, Task task) {
        this(name, subject, task, System::nanoTime);
    }

    /** One with a time of a test's own, which looks at it whenever it is woken or given something. */
    BackgroundLoop(String name, String subject, Task task, LongSupplier nanoTime) {
        this.task = task;
        this.outage = new Outage(LOG, subject);
        this.nanoTime = nanoTime;
        this.thread = DaemonThreads.create(name, this::loop);
    }

    /** Starts with the task. */
    public BackgroundLoop start() {
        return start(Duration.ZERO);
    }

    /** Starts, with a pause before the first time. */
    public synchronized BackgroundLoop start(Duration pause) {
        due = nanoTime.getAsLong() + pause.toNanos();
        thread.start();
        return this;
    }

    /** Does the task at once, or once more where it is being done. */
    public void wake() {
        wakeWithin(Duration.ZERO);
    }

    /** Does the task within a time, where it would be later. */
    public synchronized void wakeWithin(Duration pause) {
        due = earlier(due, nanoTime.getAsLong() + pause.toNanos());
        notifyAll();
    }

    /** Does something on this thread as soon as it is free; nothing any more once this was stopped. */
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
     * Stops it when it has done what it does now and was given; nothing is interrupted, so that no file stays half written.
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

    /** Stops it, and interrupts what it does now: for what waits for others. */
    public boolean interrupt(Duration limit) {
        synchronized (this) {
            stopped = true;
            jobs.clear();
            notifyAll();
        }
        thread.interrupt();
        return join(limit);
    }

    /** Whether its thread lives. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private boolean join(Duration limit) {
        if (Thread.currentThread().equals(thread)) {
            return false;
        }
        try {
            thread.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException hurried) {
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

    /** What is to be done next, as soon as there is something; null at the end. */
    private synchronized @Nullable Task next() {
        while (jobs.isEmpty() && !stopped && rest() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, rest());
            } catch (InterruptedException early) {
                LOG.log(Level.FINE, "It is looked at what is to be done.", early);
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

    private long rest() {
        return due - nanoTime.getAsLong();
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }
}
