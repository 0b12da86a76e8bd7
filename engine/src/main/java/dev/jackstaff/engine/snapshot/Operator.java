package dev.jackstaff.engine.snapshot;

/**
 * How an attribute is compared. Names and meaning are those of the Unleash client specification 6.1, and {@code EXISTS}. Of
 * the operators that take one value, only the first counts.
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
