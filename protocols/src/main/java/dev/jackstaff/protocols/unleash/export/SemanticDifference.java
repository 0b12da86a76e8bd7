package dev.jackstaff.protocols.unleash.export;

/** A difference between the native meaning of a flag and that of Unleash's SDKs. */
enum SemanticDifference {
    /** The targeting key is used by its name. */
    TARGETING_KEY,
    /** The user id is used by its name. */
    USER_ID,
    /** An instant cannot be written exactly. */
    INSTANT,
    /** A text with a sigma is compared without regard to case. */
    SIGMA,
    /** A number is so small that others are within the tolerance of Unleash's own engine. */
    SMALL_NUMBER
}
