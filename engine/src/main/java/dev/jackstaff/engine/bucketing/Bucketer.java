package dev.jackstaff.engine.bucketing;

/** Where subjects fall under one salt. Deterministic, and even over all subjects. */
@FunctionalInterface
public interface Bucketer {
    /** The bucket of a subject. */
    int bucket(CharSequence subject);
}
