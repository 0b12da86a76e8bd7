package dev.jackstaff.protocols.cacheaside;

import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of written answers for one revision, in two generations. When the younger generation is full, the
 * older one is dropped whole; an answer that is read again moves to the younger one. Thread-safe; no call waits.
 */
final class AnswerCache {
    /** The maximum number of cached answers, both generations together. */
    static final int MAX_ENTRIES = 20_000;

    /** The longest subject whose answers are cached, in characters. */
    static final int MAX_SUBJECT_LENGTH = 256;

    private static final int GENERATION = MAX_ENTRIES / 2;

    private volatile Generations generations = new Generations(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    static AnswerCache of(ServedEnvironment environment) {
        return new AnswerCache();
    }

    /** The kind of a cached answer, with the time it may be cached: a rule may depend on the time. */
    enum Kind {
        CHECK(Duration.ofSeconds(30)),
        DETAILS(Duration.ofSeconds(60)),
        LIST(Duration.ofSeconds(60));

        private final Duration timeToLive;

        Kind(Duration life) {
            this.timeToLive = life;
        }
    }

    /**
     * The key of a cached answer.
     *
     * @param flag empty for all flags
     * @param subject the subject of the evaluation with the host's own attributes: everything that can decide an answer
     * @param seesServerOnlyFlags whether the presented key may see server-only flags
     */
    record CacheKey(Kind kind, String flag, Subject subject, boolean seesServerOnlyFlags) {
        static CacheKey of(Kind kind, String flag, @Nullable String user, Caller caller, boolean serverOnlyToo) {
            return new CacheKey(kind, flag, new Subject(user, caller.attributes(), caller.address()), serverOnlyToo);
        }

        static CacheKey ofAll(boolean serverOnlyToo) {
            return new CacheKey(Kind.LIST, "", new Subject(null, Map.of(), null), serverOnlyToo);
        }
    }

    /**
     * The subject of an evaluation, as far as it can decide an answer.
     *
     * @param user null for no particular user
     */
    record Subject(@Nullable String user, Map<String, String> attributes, @Nullable String address) {
        /** The number of characters that the client chose. */
        int length() {
            int length = (user == null ? 0 : user.length()) + (address == null ? 0 : address.length());
            for (String value : attributes.values()) {
                length += value.length();
            }
            return length;
        }
    }

    /**
     * A cached answer.
     *
     * @param counterKey the counter to increment each time the answer is served; null if it is no evaluation
     */
    @SuppressWarnings("ArrayRecordComponent") // written once
    record CachedAnswer(byte[] answer, UsageCounter.@Nullable CounterKey counterKey, Instant expiresAt) {}

    /**
     * The two generations of cached answers; replaced as a whole when they age and when a flag is invalidated, so
     * entries put into an outdated pair are lost.
     */
    private record Generations(Map<CacheKey, CachedAnswer> young, Map<CacheKey, CachedAnswer> old) {
        /** Moves an answer to the younger generation; at every moment at least one of the two contains it. */
        void rejuvenate(CacheKey question, CachedAnswer kept) {
            young.put(question, kept);
            old.remove(question);
        }

        /**
         * A copy without the answers about a flag and the list of all flags; the removed keys are added to the given
         * set.
         */
        Generations without(String flag, Set<CacheKey> gone) {
            Map<CacheKey, CachedAnswer> remainingOld = without(old, flag, gone);
            return new Generations(without(young, flag, gone), remainingOld);
        }

        private static Map<CacheKey, CachedAnswer> without(
                Map<CacheKey, CachedAnswer> generation, String flag, Set<CacheKey> gone) {
            Map<CacheKey, CachedAnswer> remaining = new ConcurrentHashMap<>();
            generation.forEach((question, kept) -> {
                if (question.flag.equals(flag) || question.flag.isEmpty()) {
                    gone.add(question);
                } else {
                    remaining.put(question, kept);
                }
            });
            return remaining;
        }

        int size() {
            return young.size() + old.size();
        }
    }

    /** The cached answer; null if there is none or it has expired. */
    @Nullable
    CachedAnswer get(CacheKey question, Instant now) {
        Generations known = generations;
        CachedAnswer kept = known.young.get(question);
        boolean young = kept != null;
        if (!young) {
            kept = known.old.get(question);
        }
        if (kept == null || !now.isBefore(kept.expiresAt)) {
            return null;
        }
        if (!young) {
            known.rejuvenate(question, kept);
            rotate(known);
        }
        return kept;
    }

    /** Caches an answer, unless its subject is longer than {@link #MAX_SUBJECT_LENGTH} characters. */
    void put(CacheKey question, byte[] answer, UsageCounter.@Nullable CounterKey counted, Instant now) {
        if (question.subject.length() > MAX_SUBJECT_LENGTH) {
            return;
        }
        put(question, new CachedAnswer(answer, counted, now.plus(question.kind.timeToLive)));
    }

    private void put(CacheKey question, CachedAnswer kept) {
        Generations known = generations;
        known.young.put(question, kept);
        rotate(known);
    }

    private void rotate(Generations known) {
        if (known.young.size() >= GENERATION) {
            replace(known);
        }
    }

    private synchronized void replace(Generations full) {
        if (generations.young == full.young) {
            generations = new Generations(new ConcurrentHashMap<>(), full.young);
        }
    }

    /** Removes the cached answers about a flag and the list of all flags; returns the number of removed answers. */
    synchronized int invalidate(String flag) {
        Set<CacheKey> gone = new HashSet<>();
        generations = generations.without(flag, gone);
        return gone.size();
    }

    int size() {
        return generations.size();
    }
}
