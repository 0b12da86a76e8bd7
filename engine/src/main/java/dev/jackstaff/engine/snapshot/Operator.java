package dev.jackstaff.engine.snapshot;

/**
 * A comparison operator. Names and meaning are those of the Unleash client specification 6.1, plus {@code EXISTS}.
 * Operators that take one value use the first.
 */
public enum Operator {
    IN,
    NOT_IN,
    STR_CONTAINS,
    STR_STARTS_WITH,
    STR_ENDS_WITH,
    NUM_EQ,
    NUM_GT,
    NUM_GTE,
    NUM_LT,
    NUM_LTE,
    DATE_AFTER,
    DATE_BEFORE,
    SEMVER_EQ,
    SEMVER_GT,
    SEMVER_GTE,
    SEMVER_LT,
    SEMVER_LTE,
    REGEX,
    IN_CIDR,
    EXISTS
}
