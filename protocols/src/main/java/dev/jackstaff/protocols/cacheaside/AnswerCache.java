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
 * A bounded cache of written answers for one revision, in two generations. Bounded: of two generations the older one is
 * dropped whole when the younger one is full, and what is asked for again moves to the younger one. Safe for threads;
 * nobody waits.
 */
final class AnswerCache {
    /** How many answers are kept at most, in both generations. */
    static final int MAX_ENTRIES = 20_000;

    /** The longest subject whose answers are cached, in characters. */
    static final int MAX_SUBJECT_LENGTH = 256;

    private static final int GENERATION = MAX_ENTRIES / 2;

    private volatile Generations generations = new Generations(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    static AnswerCache of(ServedEnvironment environment) {
        return new AnswerCache();
    }

    /** How much of a flag is asked for, and how long that may be kept: time may decide in a rule. */
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
     * @param flag empty for all
     * @param subject whom it is asked for, and what the host knows of who asks: all that can decide
     * @param seesServerOnlyFlags whether the key that asks sees flags for servers only
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
     * @param user null for nobody in particular
     */
    record Subject(@Nullable String user, Map<String, String> attributes, @Nullable String address) {
        /** How many characters clients chose, at most. */
        int length() {
            int length = (user == null ? 0 : user.length()) + (address == null ? 0 : address.length());
            for (String value : attributes.values()) {
                length += value.length();
            }
            return length;
        }
    }

    /**
     * An answer that is kept.
     *
     * @param counterKey as what it counts each time that it is given; null where it is no evaluation
     */
    @SuppressWarnings("ArrayRecordComponent") // written once
    record CachedAnswer(byte[] answer, UsageCounter.@Nullable CounterKey counterKey, Instant expiresAt) {}

    /** Replaced whole when it has aged and when something is forgotten: what is then put into it is kept nowhere. */
    private record Generations(Map<CacheKey, CachedAnswer> young, Map<CacheKey, CachedAnswer> old) {
        /** At no moment in neither of the two. */
        void rejuvenate(CacheKey question, CachedAnswer kept) {
            young.put(question, kept);
            old.remove(question);
        }

        /** The same but for a flag and the list of all; what goes is added to a set. */
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

    /** The answer that was kept; null where none was, or where it is too old. */
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

    /** Keeps an answer, unless the question names somebody by more than {@link #MAX_SUBJECT_LENGTH} characters. */
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

    /** Throws away what was kept about a flag, and the list of all; answers how many answers that were. */
    synchronized int invalidate(String flag) {
        Set<CacheKey> gone = new HashSet<>();
        generations = generations.without(flag, gone);
        return gone.size();
    }

    int size() {
        return generations.size();
    }
}
