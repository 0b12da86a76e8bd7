package dev.jackstaff.protocols.usage;

import dev.jackstaff.protocols.usage.UsageCounter.CounterKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers of distinct counts, and their limits. Clients choose the names of applications and SDKs, so these are bounded
 * for each environment: the clients of one environment cost no other a count. Counts without such names are bounded by the
 * flags that exist.
 */
final class CounterLimits {
    /** The part of all counts with a name of the client's that one environment may have. */
    private static final int SHARE = 5;

    private final int max;
    private final boolean madeUp;
    private final Map<String, Integer> named = new ConcurrentHashMap<>();
    private int namedTotal;
    private int nameless;

    CounterLimits(int max) {
        this(max, false);
    }

    private CounterLimits(int max, boolean madeUp) {
        this.max = max;
        this.madeUp = madeUp;
    }

    /** Limits of counts whose flags are names that clients choose, too. */
    static CounterLimits ofMadeUpNames(int max) {
        return new CounterLimits(max, true);
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
        return isNamed(key)
                ? namedTotal >= max || named.getOrDefault(key.environment(), 0) >= Math.max(1, max / SHARE)
                : nameless >= max;
    }

    private void add(CounterKey key, int change) {
        if (isNamed(key)) {
            namedTotal += change;
            named.merge(key.environment(), change, (one, other) -> one + other == 0 ? null : one + other);
        } else {
            nameless += change;
        }
    }

    private boolean isNamed(CounterKey key) {
        return madeUp || !key.application().isEmpty() || !key.sdk().isEmpty();
    }
}
