package dev.jackstaff.edge.retry;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Something that fails and works again; each is said once. Safe for threads. */
public final class Outage {
    private final Logger log;
    private final String subject;
    private @Nullable String reason;
    private long failureCount;

    /**
     * Something that works.
     *
     * @param what fails, as the subject of a sentence
     */
    public Outage(Logger log, String what) {
        this.log = log;
        this.subject = what;
    }

    /**
     * It failed.
     *
     * @param cause what goes to the log with it; null for nothing
     */
    public synchronized void recordFailure(String reason, @Nullable Throwable cause) {
        log.log(isOngoing() ? Level.FINE : Level.WARNING, subject + " fails, and is tried again: " + reason, cause);
        this.reason = reason;
        failureCount++;
    }

    /** It worked. */
    public synchronized void recordSuccess() {
        if (isOngoing()) {
            log.log(Level.INFO, "{0} works again.", subject);
        }
        reason = null;
    }

    /** Whether it failed the last time. */
    public synchronized boolean isOngoing() {
        return reason != null;
    }

    /** Why it failed the last time; empty where it did not. */
    public synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** How often it failed so far. */
    public synchronized long failureCount() {
        return failureCount;
    }
}
