package dev.jackstaff.edge.upstream;

import dev.jackstaff.background.DaemonThreads;
import dev.jackstaff.edge.retry.Jitter;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The executor of one upstream's tasks on several threads, each task with a delay of its own. Failures of a task are
 * logged and stop nothing.
 */
public final class UpstreamExecutor implements TaskScheduler {
    private static final Logger LOG = Logger.getLogger(UpstreamExecutor.class.getName());

    private final ScheduledExecutorService executor;

    /** An executor with a number of named threads. */
    public UpstreamExecutor(String name, int threads) {
        executor = DaemonThreads.executor(name, threads);
    }

    @Override
    public void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }

    @Override
    public void scheduleWithJitter(Duration delay, Runnable task) {
        schedule(Jitter.of(delay), task);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // run() catches everything
    public void schedule(Duration delay, Runnable task) {
        try {
            executor.schedule(() -> runLoggingFailures(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.log(Level.FINE, "Nothing more is scheduled: the upstream has stopped.", stopped);
        }
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }

    private static void runLoggingFailures(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error unforeseen) {
            LOG.log(Level.SEVERE, "An upstream task failed unexpectedly.", unforeseen);
        }
    }
}
