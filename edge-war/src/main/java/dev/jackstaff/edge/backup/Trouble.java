package dev.jackstaff.edge.backup;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What keeps a store from keeping; said once when it begins, and once when it is over. Safe for threads. */
final class Trouble {
    private final Logger log;
    private final String over;
    private final AtomicLong times = new AtomicLong();
    private @Nullable String sentence;

    /** None yet. */
    Trouble(Logger log, String over) {
        this.log = log;
        this.over = over;
    }

    synchronized void began(String what, Exception cause) {
        times.incrementAndGet();
        log.log(sentence == null ? Level.SEVERE : Level.FINE, what + ". It is tried again.", cause);
        sentence = what;
    }

    synchronized void ended() {
        if (sentence != null) {
            log.info(over);
            sentence = null;
        }
    }

    synchronized Optional<String> now() {
        return Optional.ofNullable(sentence);
    }

    long times() {
        return times.get();
    }
}
