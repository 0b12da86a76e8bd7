package dev.jackstaff.engine.bucketing;

/** A function from a subject to its bucket, for one salt. Deterministic, and even over all subjects. */
@FunctionalInterface
public interface Bucketer {
    /** The bucket of a subject. */
    int bucket(CharSequence subject);
}
