package dev.jackstaff.edge.usage;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again: longer each time, and never all at the same moment. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration patience = FIRST;

    /** The next wait: between half of what is due and all of it. */
    Duration next() {
        long whole = patience.toMillis();
        patience = patience.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : patience.multipliedBy(2);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
    }

    /** It worked. */
    void reset() {
        patience = FIRST;
    }
}
