package dev.jackstaff.testprocess;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A process that a test starts, stops and starts again. It ends with the test, and with the run, however that ends. */
public final class TestProcess implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final Supplier<Process> launch;
    private final Thread shutdownHook = new Thread(this::kill);
    private Process process;

    private TestProcess(Supplier<Process> launch) {
        this.launch = launch;
        this.process = launch.get();
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /** Starts one by a launch, which a restart repeats. */
    public static TestProcess start(Supplier<Process> launch) {
        return new TestProcess(launch);
    }

    /** Waits until it has started. One that does not start in time is ended. */
    public TestProcess awaitStarted(Duration limit, Callable<Boolean> started) {
        try {
            await().atMost(limit).until(started);
            return this;
        } catch (RuntimeException late) {
            close();
            throw late;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it as a crash does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again. */
    public void restart() {
        process = launch.get();
    }

    /** Ends it in an orderly way. */
    public void stop() {
        terminate();
        if (!endsWithin(STOP_LIMIT)) {
            kill();
        }
    }

    /** Asks it to end, as systems do, and does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** Whether it ends within a limit. */
    public boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Has it do nothing, as a machine does that hangs. */
    public void freeze() {
        signal("STOP");
    }

    /** Has it go on. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("the process " + pid() + " cannot be sent " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
    }
}
