package dev.jackstaff.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
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
    private final Timer timer = new Timer("progress", true);

    private Progress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    public static Progress on(PrintStream out, boolean terminal) {
        Progress progress = new Progress(out, terminal);
        if (terminal) {
            progress.timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            progress.repaint();
                        }
                    },
                    REPAINT.toMillis(),
                    REPAINT.toMillis());
        }
        return progress;
    }

    /** Runs a step; its name is shown while it runs, and with its seconds once it is done. */
    public <T> T runStep(String name, Callable<T> work) {
        long startNanos = System.nanoTime();
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

    private static double seconds(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        timer.cancel();
    }

    /** A step that may throw. */
    @FunctionalInterface
    public interface StepAction {
        void run() throws Exception;
    }
}
