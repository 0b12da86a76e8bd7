package dev.jackstaff.engine.snapshot;

import java.util.List;

/**
 * A comparison operator. Names and meaning are those of the Unleash client specification 6.1, plus {@code EXISTS}.
 */
public enum Operator {
    IN("is one of", Operands.LIST),
    NOT_IN("is none of", Operands.LIST),
    STR_CONTAINS("contains", Operands.LIST, true),
    STR_STARTS_WITH("starts with", Operands.LIST, true),
    STR_ENDS_WITH("ends with", Operands.LIST, true),
    NUM_EQ("=", Operands.ONE),
    NUM_GT(">", Operands.ONE),
    NUM_GTE("≥", Operands.ONE),
    NUM_LT("<", Operands.ONE),
    NUM_LTE("≤", Operands.ONE),
    DATE_AFTER("is after", Operands.ONE),
    DATE_BEFORE("is before", Operands.ONE),
    SEMVER_EQ("is version", Operands.ONE),
    SEMVER_GT("is newer than version", Operands.ONE),
    SEMVER_GTE("is at least version", Operands.ONE),
    SEMVER_LT("is older than version", Operands.ONE),
    SEMVER_LTE("is at most version", Operands.ONE),
    REGEX("matches", Operands.ONE, true),
    IN_CIDR("is in network", Operands.LIST),
    EXISTS("is present", Operands.NONE);

    private final String phrase;
    private final Operands operands;
    private final boolean canIgnoreCase;

    Operator(String phrase, Operands operands) {
        this(phrase, operands, false);
    }

    Operator(String phrase, Operands operands, boolean canIgnoreCase) {
        this.phrase = phrase;
        this.operands = operands;
        this.canIgnoreCase = canIgnoreCase;
    }

    /** The number of values that an operator compares with. */
    private enum Operands {
        NONE,
        ONE,
        LIST
    }

    /** The operator in words, to stand between an attribute and values. */
    public String phrase() {
        return phrase;
    }

    /**
     * Requires that the operator uses all that a comparison says.
     *
     * @throws IllegalArgumentException if it would ignore something, or lacks its value
     */
    void requireUsed(List<String> values, boolean caseInsensitive) {
        if (caseInsensitive && !canIgnoreCase) {
            throw new IllegalArgumentException("\"caseInsensitive\" is not for " + this
                    + ": only STR_CONTAINS, STR_STARTS_WITH, STR_ENDS_WITH and REGEX can ignore case");
        }
        if (operands == Operands.NONE && !values.isEmpty()) {
            throw new IllegalArgumentException("\"values\" are not for " + this + ", which takes none");
        }
        if (operands == Operands.ONE && values.isEmpty()) {
            throw new IllegalArgumentException(this + " needs a value");
        }
        if (operands == Operands.ONE && values.size() > 1) {
            throw new IllegalArgumentException(
                    "\"values\" must be a single one for " + this + ", not " + values.size());
        }
    }
}
