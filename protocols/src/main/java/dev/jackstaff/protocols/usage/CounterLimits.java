package dev.jackstaff.protocols.usage;

import dev.jackstaff.protocols.usage.UsageCounter.CounterKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers of distinct counts, and their limits. Clients choose the names of applications, so these are bounded for
 * each environment: the clients of one environment cost no other a count. Counts without an application are bounded by
 * the flags that exist.
 */
final class CounterLimits {
    /** The part of all counts with an application that one environment may have. */
    private static final int SHARE = 5;

    private final int max;
    private final Map<String, Integer> named = new ConcurrentHashMap<>();
    private int namedTotal;
    private int nameless;

    CounterLimits(int max) {
        this.max = max;
    }

    /** Reserves room for a new count; false if there is none. */
    synchronized boolean reserve(CounterKey key) {
        if (isFull(key)) {
            return false;
        }
        add(key, 1);
        return true;
    }

    /** Releases the room of a count. */
    synchronized void release(CounterKey key) {
        add(key, -1);
    }

    /** Whether there is no room for another count of this kind. */
    synchronized boolean isFull(CounterKey key) {
        return key.application().isEmpty()
                ? nameless >= max
                : namedTotal >= max || named.getOrDefault(key.environment(), 0) >= Math.max(1, max / SHARE);
    }

    private void add(CounterKey key, int change) {
        if (key.application().isEmpty()) {
            nameless += change;
        } else {
            namedTotal += change;
            named.merge(key.environment(), change, (one, other) -> one + other == 0 ? null : one + other);
        }
    }
}
