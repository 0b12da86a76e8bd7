package dev.jackstaff.edge.upstream.unleash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The tokens whose validation is pending, and those refused lately. Each token is validated once, however many clients
 * send it. Both sets are bounded, because clients choose what they send. Thread-safe.
 */
final class PendingTokens {
    private static final int MAX_WAITING = 1_000;
    private static final int MAX_REFUSED = 4_096;
    private static final int MAX_TOKEN_LENGTH = 512;

    private final Duration refusalTimeToLive;
    private final LongSupplier nanoTime;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> inValidation = new LinkedHashSet<>();

    /** The tokens whose validation failed at least once. */
    private final Set<String> retried = new HashSet<>();

    /** The times of the refusals, the oldest first. */
    private final Map<String, Long> refusedAtNanos = new LinkedHashMap<>();

    /**
     * An empty set of pending tokens.
     *
     * @param refusalTimeToLive how long a refusal is remembered
     */
    PendingTokens(Duration refusalTimeToLive, LongSupplier nanoTime) {
        this.refusalTimeToLive = refusalTimeToLive;
        this.nanoTime = nanoTime;
    }

    /** The status of a submitted token. */
    enum TokenStatus {
        /** The token is invalid. */
        REFUSED,
        /** Its validation is pending. */
        PENDING,
        /** Its validation starts now. */
        NEW
    }

    /** Submits an unknown token. */
    synchronized TokenStatus submit(String token) {
        boolean wellFormed = !token.isEmpty()
                && token.length() <= MAX_TOKEN_LENGTH
                && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
        Long refusedAt = refusedAtNanos.get(token);
        if (!wellFormed || (refusedAt != null && nanoTime.getAsLong() - refusedAt < refusalTimeToLive.toNanos())) {
            return TokenStatus.REFUSED;
        }
        if (inValidation.contains(token) || waiting.size() >= MAX_WAITING || !waiting.add(token)) {
            return TokenStatus.PENDING;
        }
        return TokenStatus.NEW;
    }

    /** Takes a batch of tokens for validation. */
    synchronized List<String> takeBatch(int max) {
        List<String> batch = new ArrayList<>();
        Iterator<String> next = waiting.iterator();
        while (next.hasNext() && batch.size() < max) {
            batch.add(next.next());
            next.remove();
        }
        inValidation.addAll(batch);
        return batch;
    }

    /** Requeues tokens whose validation failed. */
    synchronized void requeue(Collection<String> tokens) {
        inValidation.removeAll(tokens);
        waiting.addAll(tokens);
        retried.addAll(tokens);
    }

    /** Marks a token as valid. */
    synchronized void markValid(String token) {
        retried.remove(token);
        inValidation.remove(token);
        waiting.remove(token);
        refusedAtNanos.remove(token);
    }

    /** Marks a token as refused. */
    synchronized void markRefused(String token) {
        retried.remove(token);
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

    /** Whether a token's first validation has not ended yet. */
    synchronized boolean isUndecided(String token) {
        return (waiting.contains(token) || inValidation.contains(token)) && !retried.contains(token);
    }

    synchronized boolean hasWaiting() {
        return !waiting.isEmpty();
    }
}
