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
final class PendingTokens {
    private static final int MAX_WAITING = 1_000;
    private static final int MAX_REFUSED = 4_096;
    private static final int MAX_TOKEN_LENGTH = 512;

    private final Duration refusalTimeToLive;
    private final LongSupplier nanoTime;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> inValidation = new LinkedHashSet<>();
    /** When each was refused, the oldest first. */
    private final Map<String, Long> refusedAtNanos = new LinkedHashMap<>();

    /**
     * Nobody yet.
     *
     * @param memory for how long it is remembered that a token does not count
     */
    PendingTokens(Duration memory, LongSupplier nanoTime) {
        this.refusalTimeToLive = memory;
        this.nanoTime = nanoTime;
    }

    /** What is known of a token. */
    enum TokenStatus {
        /** It does not count. */
        REFUSED,
        /** It is being asked about. */
        PENDING,
        /** It is being asked about from now on. */
        NEW
    }

    /** Somebody brings a token that nobody knows. */
    synchronized TokenStatus submit(String token) {
        boolean sane = !token.isEmpty()
                && token.length() <= MAX_TOKEN_LENGTH
                && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
        Long since = refusedAtNanos.get(token);
        if (!sane || (since != null && nanoTime.getAsLong() - since < refusalTimeToLive.toNanos())) {
            return TokenStatus.REFUSED;
        }
        if (inValidation.contains(token) || waiting.size() >= MAX_WAITING || !waiting.add(token)) {
            return TokenStatus.PENDING;
        }
        return TokenStatus.NEW;
    }

    /** Some that wait, to be asked about now. */
    synchronized List<String> takeBatch(int most) {
        List<String> some = new ArrayList<>();
        Iterator<String> next = waiting.iterator();
        while (next.hasNext() && some.size() < most) {
            some.add(next.next());
            next.remove();
        }
        inValidation.addAll(some);
        return some;
    }

    /** These were asked about in vain: they wait again. */
    synchronized void requeue(Collection<String> tokens) {
        inValidation.removeAll(tokens);
        waiting.addAll(tokens);
    }

    /** A token counts. */
    synchronized void markValid(String token) {
        inValidation.remove(token);
        waiting.remove(token);
        refusedAtNanos.remove(token);
    }

    /** A token does not count. */
    synchronized void markRefused(String token) {
        inValidation.remove(token);
        waiting.remove(token);
        refusedAtNanos.remove(token);
        refusedAtNanos.put(token, nanoTime.getAsLong());
        Iterator<String> oldest = refusedAtNanos.keySet().iterator();
        while (refusedAtNanos.size() > MAX_REFUSED) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean hasWaiting() {
        return !waiting.isEmpty();
    }
}
