package dev.jackstaff.engine;

/** An OpenFeature resolution reason. */
public enum Reason {
    /** The flag has no rules. */
    STATIC,
    /** No rule matched. */
    DEFAULT,
    /** A rule matched. */
    TARGETING_MATCH,
    /** A rollout or split decided. */
    SPLIT,
    /** The flag is off, or a prerequisite is not met. */
    DISABLED,
    /** The flag could not be evaluated; an error code says why. */
    ERROR
}
