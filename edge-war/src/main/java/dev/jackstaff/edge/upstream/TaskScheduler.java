package dev.jackstaff.edge.upstream;

import java.time.Duration;

/** A scheduler of one upstream's tasks. */
public interface TaskScheduler {
    /** Runs a task now. */
    void execute(Runnable task);

    /** Schedules a task; ignored after the stop. */
    void schedule(Duration delay, Runnable task);

    /** Schedules a task with a jitter of 10 percent, so that edges do not ask in step. */
    void scheduleWithJitter(Duration delay, Runnable task);

    /** Stops all tasks. */
    void stop();
}
