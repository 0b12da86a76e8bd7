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
 * The progress of long steps: a finished step is one line with its seconds. On a terminal the steps under way are shown below,
 * repainted in place. Steps may run at the same time.
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
        long begun = nanoTime.getAsLong();
        showRunning(name, begun);
        try {
            T result = work.call();
            showDone(name, begun);
            return result;
        } catch (RuntimeException e) {
            hideRunning(name);
            throw e;
        } catch (Exception e) {
            hideRunning(name);
            throw new CommandFailedException(name + ": " + e.getMessage(), e);
        }
    }

    /** A step without a result. */
    public void run(String name, StepAction work) {
        runStep(name, () -> {
            work.run();
            return name;
        });
    }

    /** One line, above the steps under way. */
    public synchronized void printLine(String line) {
        out.println((live ? CLEAR_LINE : "") + line);
        out.flush();
    }

    private synchronized void showRunning(String name, long begun) {
        runningSteps.put(name, begun);
    }

    private synchronized void showDone(String name, long begun) {
        runningSteps.remove(name);
        printLine(String.format(Locale.ROOT, "%7.1f s  %s", seconds(begun), name));
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

    private double seconds(long begun) {
        return Duration.ofNanos(nanoTime.getAsLong() - begun).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        repainting.cancel(false);
    }

    /** Work that may fail in any way. */
    @FunctionalInterface
    public interface StepAction {
        void run() throws Exception;
    }
}
