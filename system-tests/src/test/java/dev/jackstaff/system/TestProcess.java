package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A process that a test starts, stops and starts again. It ends with the test, and with the run, however that ends. */
final class TestProcess implements AutoCloseable {
    private static final long STOP_LIMIT_SECONDS = 60;

    private final Supplier<Process> launch;
    private final Thread shutdownHook = new Thread(this::kill);
    private Process process;

    private TestProcess(Supplier<Process> launch) {
        this.launch = launch;
        this.process = launch.get();
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    static TestProcess start(Supplier<Process> launch) {
        return new TestProcess(launch);
    }

    /** Waits until it has started. One that does not start in time is ended. */
    TestProcess awaitStarted(Duration limit, Callable<Boolean> started) {
        try {
            await().atMost(limit).until(started);
            return this;
        } catch (RuntimeException late) {
            close();
            throw late;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as a crash does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again. */
    void restart() {
        process = launch.get();
    }

    /** Ends it in an orderly way. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Has it do nothing, as a machine does that hangs. */
    void freeze() {
        signal("STOP");
    }

    /** Has it go on. */
    void thaw() {
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
