package dev.jackstaff.engine.bucketing;

import java.util.Optional;

/**
 * A named, versioned way to decide percentages. A flag keeps the name of its own, so that a better one can be added without
 * moving anybody's bucket. Implementations are immutable.
 */
public interface Bucketing {
    /** As documents spell it, version included. */
    String name();

    /** The buckets of one salt, which is a rollout's or split's group. */
    Buckets salted(String group);

    /** The strategy of this name. */
    static Optional<Bucketing> named(String name) {
        return name.equals(Murmur3Bucketing.NAME) ? Optional.of(Murmur3Bucketing.INSTANCE) : Optional.empty();
    }

    /** Where subjects fall under one salt. */
    interface Buckets {
        /** The bucket of a rollout, within 1..10000; a subject is in where it is at most the rollout's basis points. */
        int ofRollout(CharSequence subject);

        /** The place on a scale of weights, within 1..total; the first variant whose cumulative weight reaches it is it. */
        int ofSplit(CharSequence subject, int total);
    }
}
