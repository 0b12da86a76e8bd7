package dev.jackstaff.engine.bucketing;

/** Where subjects fall under one salt. Deterministic, and even over all subjects. */
@FunctionalInterface
public interface Buckets {
    /** The bucket of a subject. */
    int of(CharSequence subject);
}
