package dev.jackstaff.edge.fleet;

import java.time.Duration;

/** The time since a number of dropped evaluations rose. For one thread. */
final class DropAge {
    private long dropped;
    private long risenAt;

    /**
     * The time since the last rise in milliseconds; -1 if nothing was dropped.
     *
     * @param now a reading of {@link System#nanoTime()}
     */
    long millis(long current, long now) {
        if (current > dropped) {
            dropped = current;
            risenAt = now;
        }
        return dropped == 0 ? -1 : Duration.ofNanos(now - risenAt).toMillis();
    }
}
