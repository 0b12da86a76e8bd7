package dev.jackstaff.cli.thread;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads of the command. None of them keeps it from ending. */
public final class CommandThreads {
    private CommandThreads() {}

    /** An executor with as many threads as there is work at the same time. */
    public static ExecutorService parallel(String name) {
        return Executors.newCachedThreadPool(task -> daemon(name, task));
    }

    /** Runs the task again and again, until it is cancelled. */
    public static Future<?> repeat(String name, Duration interval, Runnable task) {
        return Executors.newSingleThreadScheduledExecutor(loop -> daemon(name, loop))
                .scheduleAtFixedRate(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs the task when the command ends, whatever ends it. */
    public static void runAtExit(String name, Runnable task) {
        Runtime.getRuntime().addShutdownHook(new Thread(task, name));
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
