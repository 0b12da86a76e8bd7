package dev.jackstaff.edge.retry;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Something that fails and works again; each is said once. Safe for threads. */
public final class Outage {
    private final Logger log;
    private final String what;
    private @Nullable String reason;
    private long times;

    /**
     * Something that works.
     *
     * @param what fails, as the subject of a sentence
     */
    public Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /**
     * It failed.
     *
     * @param cause what goes to the log with it; null for nothing
     */
    public synchronized void began(String reason, @Nullable Throwable cause) {
        log.log(lasts() ? Level.FINE : Level.WARNING, what + " fails, and is tried again: " + reason, cause);
        this.reason = reason;
        times++;
    }

    /** It worked. */
    public synchronized void ended() {
        if (lasts()) {
            log.log(Level.INFO, "{0} works again.", what);
        }
        reason = null;
    }

    /** Whether it failed the last time. */
    public synchronized boolean lasts() {
        return reason != null;
    }

    /** Why it failed the last time; empty where it did not. */
    public synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** How often it failed so far. */
    public synchronized long times() {
        return times;
    }
}
