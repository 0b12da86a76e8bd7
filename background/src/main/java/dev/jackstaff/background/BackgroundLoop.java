package dev.jackstaff.background;

import jakarta.enterprise.concurrent.ManageableThread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A named thread that repeats one task: after a delay, or at once when it is woken. In between it runs other jobs, one
 * after the other. Only a stop, or the end of the container, ends it. A task that throws, an {@code Error} included, or
 * that is interrupted, is run again soon; an outage is logged once. A job is not run again; each failure is logged.
 * Thread-safe.
 */
public final class BackgroundLoop {
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration NEVER = Duration.ofDays(10_000);
    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class.getName());

    private final String name;
    private final Task task;
    private final Outage outage;
    private final LongSupplier nanoTime;
    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private volatile @Nullable Thread thread;
    private long due;
    private boolean lastWasJob;
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
        this.name = name;
        this.task = task;
        this.outage = new Outage(LOG, subject);
        this.nanoTime = nanoTime;
    }

    /** A loop whose task has always the same delay. */
    public static BackgroundLoop every(Duration interval, String name, String subject, Runnable task) {
        return new BackgroundLoop(name, subject, () -> {
            task.run();
            return interval;
        });
    }

    /** A loop without a task, which runs the jobs it is given in their order. */
    public static BackgroundLoop forJobs(String name) {
        return new BackgroundLoop(name, name, () -> NEVER);
    }

    /** Starts, and runs the task at once. */
    public BackgroundLoop start() {
        return start(Duration.ZERO);
    }

    /** Starts, with a delay before the first run. */
    public BackgroundLoop start(Duration pause) {
        return start(pause, work -> DaemonThreads.create(name, work));
    }

    /** Starts on a thread of the container, and runs the task at once. */
    public BackgroundLoop start(ThreadFactory threads) {
        return start(Duration.ZERO, threads);
    }

    private synchronized BackgroundLoop start(Duration pause, ThreadFactory threads) {
        due = nanoTime.getAsLong() + pause.toNanos();
        Thread made = threads.newThread(this::loop);
        made.setName(name);
        thread = made;
        made.start();
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
            LOG.log(Level.FINE, "{0} has stopped.", name);
            return false;
        }
        jobs.add(job);
        notifyAll();
        return true;
    }

    /** Ends the loop after its current run and the given jobs, without waiting for the end. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /**
     * Stops the loop after its current run and the given jobs; nothing is interrupted, so no file stays half written.
     *
     * @return whether it ended within the limit
     */
    public boolean stop(Duration limit) {
        stop();
        return join(thread, limit);
    }

    /** Stops the loop, and interrupts its current run; for tasks that wait for others. */
    public boolean interrupt(Duration limit) {
        synchronized (this) {
            jobs.clear();
            stop();
        }
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        return join(running, limit);
    }

    /** Whether the thread is alive. */
    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    /** Whether the latest run of the task failed. */
    public boolean isFailing() {
        return outage.isOngoing();
    }

    private boolean join(@Nullable Thread running, Duration limit) {
        if (running == null) {
            return true;
        }
        if (Thread.currentThread().equals(running)) {
            return false;
        }
        try {
            running.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        if (running.isAlive()) {
            LOG.log(Level.WARNING, "{0} did not stop within {1}.", new Object[] {name, limit});
        }
        return !running.isAlive();
    }

    private void loop() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    /** The next job or the task, once it is due, in turns when there are both; null at the end. */
    private synchronized @Nullable Runnable next() {
        while (jobs.isEmpty() && !isStopped() && remainingNanos() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, remainingNanos());
            } catch (InterruptedException interruption) {
                LOG.log(Level.FINE, "Interrupted while waiting; the task is due now.", interruption);
                due = nanoTime.getAsLong();
            }
        }
        boolean taskIsDue = !isStopped() && remainingNanos() <= 0;
        Runnable job = taskIsDue && lastWasJob ? null : jobs.poll();
        lastWasJob = job != null;
        if (job != null) {
            return () -> runJob(job);
        }
        if (!taskIsDue) {
            return null;
        }
        due = nanoTime.getAsLong() + NEVER.toNanos();
        return this::runTask;
    }

    private boolean isStopped() {
        return stopped || (Thread.currentThread() instanceof ManageableThread managed && managed.isShutdown());
    }

    private void runJob(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException | Error failed) {
            LOG.log(Level.WARNING, "A job of " + name + " failed.", failed);
        }
    }

    private void runTask() {
        try {
            Duration pause = task.run();
            outage.recordSuccess();
            wakeWithin(pause);
        } catch (InterruptedException interrupted) {
            LOG.log(Level.FINE, "Interrupted.", interrupted);
            wakeWithin(RETRY_PAUSE);
        } catch (Throwable failed) { // an Error too: a loop that ends silently makes the edge old
            outage.recordFailure(String.valueOf(failed), failed);
            wakeWithin(RETRY_PAUSE);
        }
    }

    private long remainingNanos() {
        return due - nanoTime.getAsLong();
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }
}
