package dev.jackstaff.protocols.unleash;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.jackstaff.engine.snapshot.Operator;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What may be wrong with the single value that an operator compares with. Unleash then never finds the constraint true. */
final class Operands {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    /** Semantic Versioning 2.0.0, section 2, 9 and 10. */
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
            + "(-(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
            + "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?");

    private Operands() {}

    /** Why a value is none that the operator can compare with, to follow "which is"; empty where it is one. */
    static Optional<String> fault(Operator operator, String operand) {
        return switch (operator) {
            case NUM_EQ, NUM_GT, NUM_GTE, NUM_LT, NUM_LTE -> unless(NUMBER.matches(operand), "not a number");
            case DATE_AFTER, DATE_BEFORE -> unless(isDate(operand), "not a date with an offset");
            case SEMVER_EQ, SEMVER_GT, SEMVER_GTE, SEMVER_LT, SEMVER_LTE ->
                unless(VERSION.matches(operand), "not a semantic version");
            case REGEX -> unless(isPattern(operand), "not a regular expression of RE2");
            case IN, NOT_IN, STR_CONTAINS, STR_STARTS_WITH, STR_ENDS_WITH, IN_CIDR, EXISTS -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean right, String fault) {
        return right ? Optional.empty() : Optional.of(fault);
    }

    private static boolean isDate(String operand) {
        try {
            return !OffsetDateTime.parse(operand).equals(OffsetDateTime.MIN);
        } catch (DateTimeException invalid) {
            return false;
        }
    }

    private static boolean isPattern(String operand) {
        try {
            return Pattern.compile(operand).groupCount() >= 0;
        } catch (PatternSyntaxException invalid) {
            return false;
        }
    }
}
