package dev.jackstaff.background;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The failing or working state of something that is retried; logs each change once. Thread-safe. */
public final class Outage {
    private final Logger log;
    private final String subject;
    private @Nullable String reason;
    private long failureCount;

    /**
     * A state that starts as working.
     *
     * @param what the activity that may fail, as the subject of a sentence
     */
    public Outage(Logger log, String what) {
        this.log = log;
        this.subject = what;
    }

    /**
     * Records a failure.
     *
     * @param cause the exception for the log; null for none
     */
    public synchronized void recordFailure(String reason, @Nullable Throwable cause) {
        log.log(isOngoing() ? Level.FINE : Level.WARNING, subject + " fails and is retried: " + reason, cause);
        this.reason = reason;
        failureCount++;
    }

    /** Records a success. */
    public synchronized void recordSuccess() {
        if (isOngoing()) {
            log.log(Level.INFO, "{0} works again.", subject);
        }
        reason = null;
    }

    /** Whether the last attempt failed. */
    public synchronized boolean isOngoing() {
        return reason != null;
    }

    /** The reason of the last failure; empty when the last attempt succeeded. */
    public synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The number of failures. */
    public synchronized long failureCount() {
        return failureCount;
    }
}
