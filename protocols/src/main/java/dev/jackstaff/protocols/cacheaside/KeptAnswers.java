package dev.jackstaff.protocols.cacheaside;

import dev.jackstaff.protocols.Caller;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one revision that were given before, as bytes: a change makes a new revision, and this is gone with the old
 * one. Bounded: of two generations the older one is dropped whole when the younger one is full, and what is asked for again
 * moves to the younger one. Safe for threads; nobody waits.
 */
final class KeptAnswers {
    /** How many answers are kept at most, in both generations. */
    static final int MOST = 20_000;

    /** Whoever makes up long names must not fill the memory with them. */
    static final int LONGEST_SUBJECT = 256;

    private static final int GENERATION = MOST / 2;

    private volatile Generations generations = new Generations(new ConcurrentHashMap<>(), Map.of());

    static KeptAnswers of(ServedEnvironment environment) {
        return new KeptAnswers();
    }

    /** How much of a flag is asked for, and how long that may be kept: time may decide in a rule. */
    enum Kind {
        CHECK(Duration.ofSeconds(30)),
        DETAILS(Duration.ofSeconds(60)),
        LIST(Duration.ofSeconds(60));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }
    }

    /**
     * A question.
     *
     * @param flag empty for all
     * @param subject whom it is asked for, and what the host knows of who asks: all that can decide
     * @param serverOnlyToo whether the key that asks sees flags for servers only
     */
    record Question(Kind kind, String flag, Subject subject, boolean serverOnlyToo) {
        static Question of(Kind kind, String flag, @Nullable String user, Caller caller, boolean serverOnlyToo) {
            return new Question(kind, flag, new Subject(user, caller.attributes(), caller.address()), serverOnlyToo);
        }

        static Question ofAll(boolean serverOnlyToo) {
            return new Question(Kind.LIST, "", new Subject(null, Map.of(), null), serverOnlyToo);
        }
    }

    /**
     * Whom a flag is asked for.
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
     * @param counted as what it counts each time that it is given; null where it is no evaluation
     */
    @SuppressWarnings("ArrayRecordComponent") // written once
    record Kept(byte[] answer, Usage.@Nullable Counted counted, Instant until) {}

    private record Generations(Map<Question, Kept> young, Map<Question, Kept> old) {
        int size() {
            return young.size() + old.size();
        }
    }

    /** The answer that was kept; null where none was, or where it is too old. */
    @Nullable
    Kept find(Question question, Instant now) {
        Generations known = generations;
        Kept kept = known.young.get(question);
        boolean young = kept != null;
        if (!young) {
            kept = known.old.get(question);
        }
        if (kept == null || !now.isBefore(kept.until)) {
            return null;
        }
        if (!young) {
            keep(question, kept);
        }
        return kept;
    }

    /** Keeps an answer, unless the question names somebody by more than {@link #LONGEST_SUBJECT} characters. */
    void keep(Question question, byte[] answer, Usage.@Nullable Counted counted, Instant now) {
        if (question.subject.length() > LONGEST_SUBJECT) {
            return;
        }
        keep(question, new Kept(answer, counted, now.plus(question.kind.life)));
    }

    private void keep(Question question, Kept kept) {
        Generations known = generations;
        known.young.put(question, kept);
        if (known.young.size() >= GENERATION) {
            age(known);
        }
    }

    private synchronized void age(Generations full) {
        if (generations.young == full.young) {
            generations = new Generations(new ConcurrentHashMap<>(), full.young);
        }
    }

    /** Throws away what was kept about a flag, and the list of all; answers how many answers that were. */
    int forget(String flag) {
        Generations known = generations;
        return forget(known.young, flag) + forget(known.old, flag);
    }

    private static int forget(Map<Question, Kept> generation, String flag) {
        int before = generation.size();
        if (before > 0) {
            generation.keySet().removeIf(question -> question.flag.equals(flag) || question.flag.isEmpty());
        }
        return before - generation.size();
    }

    int size() {
        return generations.size();
    }
}
