package dev.jackstaff.cli.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The signals that end a process. Only a process whose identity still matches is signalled. */
public enum TerminationSignal {
    TERMINATE("TERM"),
    INTERRUPT("INT"),
    KILL("KILL");

    private static final Duration POLL = Duration.ofMillis(50);

    private final String signal;

    TerminationSignal(String signal) {
        this.signal = signal;
    }

    /** Sends the signal, waits, and kills the process after the limit. Returns whether it ended by itself. */
    public boolean terminate(ProcessIdentity process, Duration limit) {
        send(process);
        if (awaitEnd(process, limit)) {
            return true;
        }
        KILL.send(process);
        awaitEnd(process, limit);
        return false;
    }

    private void send(ProcessIdentity process) {
        if (process.isAlive()) {
            send(signal, process.pid());
        }
    }

    /** Sends a signal by its name. Where that cannot be done, the process is killed. */
    static void send(String name, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitEnd(ProcessIdentity process, Duration limit) {
        Deadline deadline = Deadline.after(limit);
        while (process.isAlive()) {
            if (deadline.isPast()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
