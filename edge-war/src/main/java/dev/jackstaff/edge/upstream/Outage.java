package dev.jackstaff.edge.upstream;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Something that fails and works again; each is said once. Safe for threads. */
public final class Outage {
    private final Logger log;
    private final String what;
    private boolean failing;

    /**
     * Something that works.
     *
     * @param what fails, as the subject of a sentence
     */
    public Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** It failed. */
    public synchronized void began(String reason, @Nullable Throwable cause) {
        log.log(failing ? Level.FINE : Level.WARNING, what + " fails: " + reason, cause);
        failing = true;
    }

    /** It worked. */
    public synchronized void ended() {
        if (failing) {
            log.log(Level.INFO, "{0} works again.", what);
        }
        failing = false;
    }

    /** Whether it failed the last time. */
    public synchronized boolean lasting() {
        return failing;
    }
}
