package dev.jackstaff.engine.snapshot;

import java.util.List;

/**
 * A comparison operator. Names and meaning are those of the Unleash client specification 6.1, plus {@code EXISTS}.
 */
public enum Operator {
    IN(Operands.LIST),
    NOT_IN(Operands.LIST),
    STR_CONTAINS(Operands.LIST, true),
    STR_STARTS_WITH(Operands.LIST, true),
    STR_ENDS_WITH(Operands.LIST, true),
    NUM_EQ(Operands.ONE),
    NUM_GT(Operands.ONE),
    NUM_GTE(Operands.ONE),
    NUM_LT(Operands.ONE),
    NUM_LTE(Operands.ONE),
    DATE_AFTER(Operands.ONE),
    DATE_BEFORE(Operands.ONE),
    SEMVER_EQ(Operands.ONE),
    SEMVER_GT(Operands.ONE),
    SEMVER_GTE(Operands.ONE),
    SEMVER_LT(Operands.ONE),
    SEMVER_LTE(Operands.ONE),
    REGEX(Operands.ONE, true),
    IN_CIDR(Operands.LIST),
    EXISTS(Operands.NONE);

    private final Operands operands;
    private final boolean canIgnoreCase;

    Operator(Operands operands) {
        this(operands, false);
    }

    Operator(Operands operands, boolean canIgnoreCase) {
        this.operands = operands;
        this.canIgnoreCase = canIgnoreCase;
    }

    /** The number of values that an operator compares with. */
    private enum Operands {
        NONE,
        ONE,
        LIST
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
