package dev.jackstaff.engine;

/** Why a flag answered as it did, in OpenFeature's words. */
public enum Reason {
    /** No rule was asked: there is none. */
    STATIC,
    /** Rules were asked, and none matched. */
    DEFAULT,
    /** A rule matched. */
    TARGETING_MATCH,
    /** A percentage decided. */
    SPLIT,
    /** The flag is off, or a flag it depends on is. */
    DISABLED,
    /** The flag could not be evaluated; an error code says why. */
    ERROR
}
