package dev.jackstaff.domain.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the hub's start, which waits for the database. A new reason to wait is logged once, however often
 * that is tried. Thread-safe.
 */
@ApplicationScoped
public class StartupState {
    private static final Logger LOG = Logger.getLogger(StartupState.class.getName());

    private @Nullable String reason;
    private boolean complete;

    /**
     * Records why the start has to wait.
     *
     * @param cause the exception for the log; null for none
     */
    public synchronized void recordFailure(String failure, @Nullable Throwable cause) {
        LOG.log(
                failure.equals(reason) ? Level.FINE : Level.WARNING,
                cause,
                () -> "The hub cannot start yet, and tries again: " + failure);
        reason = failure;
    }

    /** Records the end of the start. */
    public synchronized void recordCompletion() {
        if (reason != null) {
            LOG.log(Level.INFO, "The hub has started.");
        }
        reason = null;
        complete = true;
    }

    /** Whether all that needs the database has been started. */
    public synchronized boolean isComplete() {
        return complete;
    }
}
