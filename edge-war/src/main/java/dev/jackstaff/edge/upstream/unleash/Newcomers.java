package dev.jackstaff.edge.upstream.unleash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tokens of which it is not known whether they count, and those that were found not to, for a while. Each is asked about
 * once, however many bring it. Both are bounded: strangers choose what they bring. Safe for threads.
 */
final class Newcomers {
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_REFUSED = 4_096;
    private static final int LONGEST = 512;

    private final Duration memory;
    private final LongSupplier nanoTime;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();
    /** When each was refused, the oldest first. */
    private final Map<String, Long> refused = new LinkedHashMap<>();

    /**
     * Nobody yet.
     *
     * @param memory for how long it is remembered that a token does not count
     */
    Newcomers(Duration memory, LongSupplier nanoTime) {
        this.memory = memory;
        this.nanoTime = nanoTime;
    }

    /** What is known of a token. */
    enum Standing {
        /** It does not count. */
        REFUSED,
        /** It is being asked about. */
        UNDECIDED,
        /** It is being asked about from now on. */
        NEW
    }

    /** Somebody brings a token that nobody knows. */
    synchronized Standing meet(String token) {
        boolean sane =
                !token.isEmpty() && token.length() <= LONGEST && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
        Long since = refused.get(token);
        if (!sane || (since != null && nanoTime.getAsLong() - since < memory.toNanos())) {
            return Standing.REFUSED;
        }
        if (asked.contains(token) || waiting.size() >= MOST_WAITING || !waiting.add(token)) {
            return Standing.UNDECIDED;
        }
        return Standing.NEW;
    }

    /** Some that wait, to be asked about now. */
    synchronized List<String> take(int most) {
        List<String> some = new ArrayList<>();
        Iterator<String> next = waiting.iterator();
        while (next.hasNext() && some.size() < most) {
            some.add(next.next());
            next.remove();
        }
        asked.addAll(some);
        return some;
    }

    /** These were asked about in vain: they wait again. */
    synchronized void putBack(Collection<String> tokens) {
        asked.removeAll(tokens);
        waiting.addAll(tokens);
    }

    /** A token counts. */
    synchronized void admitted(String token) {
        asked.remove(token);
        waiting.remove(token);
        refused.remove(token);
    }

    /** A token does not count. */
    synchronized void refused(String token) {
        asked.remove(token);
        waiting.remove(token);
        refused.remove(token);
        refused.put(token, nanoTime.getAsLong());
        Iterator<String> oldest = refused.keySet().iterator();
        while (refused.size() > MOST_REFUSED) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean someWait() {
        return !waiting.isEmpty();
    }
}
