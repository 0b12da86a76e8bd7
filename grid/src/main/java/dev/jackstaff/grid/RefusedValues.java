package dev.jackstaff.grid;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The count of values that were refused, with a line in the log for the first and then at most one a minute. Thread-safe. */
public final class RefusedValues {
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

    private final Logger log;
    private final LongSupplier nanoTime;
    private long count;
    private long lastLogged;

    public RefusedValues(Logger log) {
        this(log, System::nanoTime);
    }

    RefusedValues(Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /**
     * Counts one more.
     *
     * @param place where it was
     * @param cause the exception for the log; null for none
     */
    public synchronized void record(String place, @Nullable Throwable cause) {
        long now = nanoTime.getAsLong();
        boolean due = count == 0 || now - lastLogged >= LOG_INTERVAL.toNanos();
        count++;
        if (due) {
            lastLogged = now;
            log.log(
                    Level.WARNING,
                    "A value at " + place + " was not sealed by this installation and is refused (" + count
                            + " so far). Somebody else writes into the data grid, or a member has another secret.",
                    cause);
        }
    }

    /** The number of refused values since the start of this process. */
    public synchronized long count() {
        return count;
    }
}
