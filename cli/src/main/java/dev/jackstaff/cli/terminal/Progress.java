package dev.jackstaff.cli.terminal;

import dev.jackstaff.cli.thread.CommandThreads;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The progress of long steps on the terminal: a line with its seconds for each finished step, and the running steps
 * below. Steps may run in parallel.
 */
public final class Progress implements AutoCloseable {
    private static final Duration REPAINT = Duration.ofMillis(250);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean live;
    private final Map<String, Long> runningSteps = new LinkedHashMap<>();
    private final LongSupplier nanoTime;
    private final Future<?> repainting;

    private Progress(PrintStream out, boolean live, LongSupplier nanoTime) {
        this.out = out;
        this.live = live;
        this.nanoTime = nanoTime;
        this.repainting = live
                ? CommandThreads.repeat("progress", REPAINT, this::repaint)
                : CompletableFuture.completedFuture(null);
    }

    public static Progress on(PrintStream out, boolean terminal) {
        return new Progress(out, terminal, System::nanoTime);
    }

    /** Runs a step; its name is shown while it runs, and with its seconds once it is done. */
    public <T> T runStep(String name, Callable<T> work) {
        long startNanos = nanoTime.getAsLong();
        showRunning(name, startNanos);
        try {
            T result = work.call();
            showDone(name, startNanos);
            return result;
        } catch (RuntimeException e) {
            hideRunning(name);
            throw e;
        } catch (Exception e) {
            hideRunning(name);
            throw new CommandFailedException(name + ": " + e.getMessage(), e);
        }
    }

    /** Runs a step without a result. */
    public void run(String name, StepAction work) {
        runStep(name, () -> {
            work.run();
            return name;
        });
    }

    /** Prints one line above the running steps. */
    public synchronized void printLine(String line) {
        out.println((live ? CLEAR_LINE : "") + line);
        out.flush();
    }

    private synchronized void showRunning(String name, long startNanos) {
        runningSteps.put(name, startNanos);
    }

    private synchronized void showDone(String name, long startNanos) {
        runningSteps.remove(name);
        printLine(String.format(Locale.ROOT, "%7.1f s  %s", seconds(startNanos), name));
    }

    private synchronized void hideRunning(String name) {
        runningSteps.remove(name);
        if (live) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private synchronized void repaint() {
        if (!runningSteps.isEmpty()) {
            String line = runningSteps.entrySet().stream()
                    .map(step -> String.format(Locale.ROOT, "%s (%.0f s)", step.getKey(), seconds(step.getValue())))
                    .collect(Collectors.joining(", "));
            out.print(CLEAR_LINE + "      ...  " + line);
            out.flush();
        }
    }

    private double seconds(long startNanos) {
        return Duration.ofNanos(nanoTime.getAsLong() - startNanos).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        repainting.cancel(false);
    }

    /** A step that may throw. */
    @FunctionalInterface
    public interface StepAction {
        void run() throws Exception;
    }
}
