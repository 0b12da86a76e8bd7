package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.thread.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The threads of one upstream. What goes wrong on them is told and ends nothing. */
public final class UpstreamExecutor {
    private static final Logger LOG = Logger.getLogger(UpstreamExecutor.class.getName());
    private static final double JITTER_FRACTION = 0.1;

    private final ScheduledThreadPoolExecutor executor;

    /** So many threads of that name. */
    public UpstreamExecutor(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        executor = new ScheduledThreadPoolExecutor(
                threads, task -> DaemonThreads.create(name + "-" + number.incrementAndGet(), task));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Does something, now. */
    public void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }

    /** Does something later, a tenth sooner or later than said, so that many edges do not ask all at once. */
    public void scheduleWithJitter(Duration delay, Runnable task) {
        double factor = 1
                - JITTER_FRACTION
                + 2 * JITTER_FRACTION * ThreadLocalRandom.current().nextDouble();
        schedule(Duration.ofMillis(Math.round(delay.toMillis() * factor)), task);
    }

    /** Does something later; nothing after the end. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing escapes from the task
    public void schedule(Duration delay, Runnable task) {
        try {
            executor.schedule(() -> runLoggingFailures(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.log(Level.FINE, "Nothing more is begun.", stopped);
        }
    }

    /** Ends it all. */
    public void stop() {
        executor.shutdownNow();
    }

    private static void runLoggingFailures(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error unforeseen) {
            LOG.log(Level.SEVERE, "Taking snapshots met something unforeseen.", unforeseen);
        }
    }
}
