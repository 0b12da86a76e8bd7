package dev.jackstaff.protocols.unleash.export;

/** A difference between the native meaning of a flag and that of Unleash's SDKs. */
enum SemanticDifference {
    /** The targeting key is asked for by its name. */
    TARGETING_KEY,
    /** The user id is asked for by its name. */
    USER_ID,
    /** An instant is not to be written as it is. */
    INSTANT,
    /** A number so small that others are within the tolerance of Unleash's own engine. */
    SMALL_NUMBER
}
