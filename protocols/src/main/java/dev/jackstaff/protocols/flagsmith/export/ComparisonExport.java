package dev.jackstaff.protocols.flagsmith.export;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.condition.RegularExpression;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The export of one comparison to Flagsmith's operators. Regular expressions are limited to the syntax that the
 * languages of Flagsmith's SDKs share, and anchor the start of the text, because some SDKs search instead of matching.
 */
final class ComparisonExport {
    static final String IDENTIFIER = "$.identity.identifier";

    private static final int MAX_SHOWN_LENGTH = 100;
    private static final String ANYTHING = "[\\s\\S]*";
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.@:/+-]+");
    private static final Pattern LEADING_FLAGS = Pattern.compile("^\\(\\?[a-zA-Z]+\\)");
    private static final BigDecimal MAX_EXACT_INTEGER = BigDecimal.valueOf(Value.MAX_INTEGER);

    private final Comparison compare;
    private final FlagsmithExportNotes notes;

    private ComparisonExport(Comparison compare, FlagsmithExportNotes notes) {
        this.compare = compare;
        this.notes = notes;
    }

    /**
     * A rule that holds if the comparison does, or nearly so, which is then noted.
     *
     * @throws UnsupportedConditionException if there is none
     */
    static SegmentRule rule(Comparison compare, FlagsmithExportNotes notes) {
        ComparisonExport export = new ComparisonExport(compare, notes);
        SegmentRule rule = export.anywhere(compare.attribute());
        boolean negated = compare.inverted() != (compare.operator() == Operator.NOT_IN);
        return negated ? SegmentRules.none(List.of(rule)) : rule;
    }

    /**
     * A rule for an attribute that is stored under two names: natively the targeting key and the user id are aliases,
     * which Flagsmith does not know.
     */
    private SegmentRule anywhere(String attribute) {
        return switch (attribute) {
            case EvaluationContext.TARGETING_KEY -> either(IDENTIFIER, EvaluationContext.USER_ID);
            case EvaluationContext.USER_ID -> either(EvaluationContext.USER_ID, IDENTIFIER);
            default -> {
                if (attribute.startsWith("$.")) {
                    notes.addApproximation("Flagsmith takes the attribute \"" + attribute + "\" for a path.");
                }
                yield at(attribute);
            }
        };
    }

    private SegmentRule either(String own, String standIn) {
        return SegmentRules.any(
                List.of(at(own), SegmentRules.all(List.of(SegmentRules.when("IS_NOT_SET", own, ""), at(standIn)))));
    }

    private SegmentRule at(String property) {
        return switch (compare.operator()) {
            case IN, NOT_IN -> oneOf(property);
            case EXISTS -> SegmentRules.when("IS_SET", property, "");
            case STR_CONTAINS -> texts(literal -> contains(property, literal));
            case STR_STARTS_WITH -> texts(literal -> matches(property, "^" + literal.pattern(insensitive())));
            case STR_ENDS_WITH -> texts(literal -> endsWith(property, literal));
            case NUM_EQ -> number(property, "EQUAL");
            case NUM_GT -> number(property, "GREATER_THAN");
            case NUM_GTE -> number(property, "GREATER_THAN_INCLUSIVE");
            case NUM_LT -> number(property, "LESS_THAN");
            case NUM_LTE -> number(property, "LESS_THAN_INCLUSIVE");
            case SEMVER_EQ -> version(property, "EQUAL");
            case SEMVER_GT -> version(property, "GREATER_THAN");
            case SEMVER_GTE -> version(property, "GREATER_THAN_INCLUSIVE");
            case SEMVER_LT -> version(property, "LESS_THAN");
            case SEMVER_LTE -> version(property, "LESS_THAN_INCLUSIVE");
            case REGEX -> expression(property);
            case DATE_AFTER, DATE_BEFORE -> throw new UnsupportedConditionException("a comparison of dates");
            case IN_CIDR -> throw new UnsupportedConditionException("a comparison of networks");
        };
    }

    private boolean insensitive() {
        return compare.caseInsensitive();
    }

    private SegmentRule oneOf(String property) {
        if (compare.values().stream().map(TextLiteral::new).anyMatch(TextLiteral::isNumeric)) {
            notes.addApproximation("Flagsmith takes text that looks like a number for one: of \"" + compare.attribute()
                    + "\", 0123 is 123, and a fraction is in no list.");
        }
        List<SegmentRule> ways = new ArrayList<>();
        ways.add(SegmentRules.when("IN", property, list(compare.values())));
        for (String truth : List.of("true", "false")) {
            if (compare.values().contains(truth)) {
                ways.add(SegmentRules.when("EQUAL", property, truth));
            }
        }
        return SegmentRules.any(ways);
    }

    /** A list with commas if possible, because older SDKs do not parse JSON here. */
    private static String list(Collection<String> values) {
        return !values.isEmpty()
                        && values.stream()
                                .allMatch(value -> PLAIN.matcher(value).matches())
                ? String.join(",", values)
                : JsonText.quoted(values);
    }

    private SegmentRule texts(Function<TextLiteral, SegmentRule> each) {
        List<SegmentRule> ways = new ArrayList<>();
        for (String value : compare.values()) {
            TextLiteral literal = new TextLiteral(value);
            if (literal.isAmbiguous(insensitive())) {
                notes.addApproximation(
                        "\"" + value + "\" is looked for in numbers and booleans too, and Flagsmith writes those"
                                + " as Python does.");
            }
            if (insensitive() && !literal.hasSimpleCase()) {
                notes.addApproximation("Upper and lower case of \"" + value + "\" may be others for Flagsmith.");
            }
            ways.add(each.apply(literal));
        }
        return SegmentRules.any(ways);
    }

    private SegmentRule contains(String property, TextLiteral literal) {
        return insensitive() || literal.text().endsWith(":semver")
                ? matches(property, "^" + ANYTHING + literal.pattern(insensitive()))
                : SegmentRules.when("CONTAINS", property, literal.text());
    }

    /**
     * The rule for a text that ends with a literal. In Python {@code $} also matches before a final line break, so
     * texts that end with one are excluded.
     */
    private SegmentRule endsWith(String property, TextLiteral literal) {
        if (!literal.isMatchableAtEnd()) {
            notes.addApproximation(
                    "That \"" + compare.attribute() + "\" ends with a line break cannot be said exactly.");
        }
        SegmentRule ends = matches(property, "^" + ANYTHING + literal.pattern(insensitive()) + "$");
        return literal.isMatchableAtEnd()
                ? SegmentRules.all(
                        List.of(ends, SegmentRules.none(List.of(matches(property, "^" + ANYTHING + "\\n$")))))
                : ends;
    }

    private static SegmentRule matches(String property, String expression) {
        try {
            RegularExpression.compile(expression, false);
        } catch (IllegalArgumentException tooLarge) {
            throw new UnsupportedConditionException("an expression that is too long");
        }
        return SegmentRules.when("REGEX", property, expression);
    }

    /** A rule that compares numbers as numbers; text and booleans, which Flagsmith would compare too, are excluded. */
    private SegmentRule number(String property, String operator) {
        BigDecimal number = new BigDecimal(
                Double.toString(Double.parseDouble(compare.values().get(0))));
        notes.addApproximation(
                "Of \"" + compare.attribute() + "\", Flagsmith does not take text such as 1e3, +1 or .5 for a number.");
        if (number.abs().compareTo(MAX_EXACT_INTEGER) > 0) {
            notes.addApproximation("Flagsmith compares large integers digit by digit.");
        }
        return SegmentRules.all(List.of(
                compared(property, operator, number),
                SegmentRules.none(List.of(SegmentRules.when("CONTAINS", property, ""))),
                notBoolean(property)));
    }

    private static SegmentRule compared(String property, String operator, BigDecimal number) {
        if (number.stripTrailingZeros().scale() <= 0) {
            return SegmentRules.when(operator, property, number.toBigInteger().toString());
        }
        SegmentRule fractions = SegmentRules.when(operator, property, number.toPlainString());
        if (operator.equals("EQUAL")) {
            return fractions;
        }
        boolean greater = operator.startsWith("GREATER");
        String bound = number.setScale(0, greater ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .toPlainString();
        SegmentRule integers = SegmentRules.all(List.of(
                SegmentRules.when("REGEX", property, "^-?[0-9]+$"),
                SegmentRules.when(greater ? "GREATER_THAN" : "LESS_THAN", property, bound)));
        return SegmentRules.any(List.of(fractions, integers));
    }

    private SegmentRule version(String property, String operator) {
        return SegmentRules.all(List.of(
                SegmentRules.when(operator, property, compare.values().get(0) + ":semver"), notBoolean(property)));
    }

    /**
     * A rule that excludes booleans. Flagsmith compares booleans with everything: all but false is true. SDKs write
     * them as their language does.
     */
    private static SegmentRule notBoolean(String property) {
        return SegmentRules.none(List.of(SegmentRules.when("REGEX", property, "^(?:[Tt]rue|[Ff]alse)$")));
    }

    private SegmentRule expression(String property) {
        String expression = compare.values().get(0);
        notes.addApproximation("The expression \"" + PrintableText.singleLine(expression, MAX_SHOWN_LENGTH)
                + "\" is RE2's, and every SDK of Flagsmith has its own language's; numbers and booleans are written as"
                + " Python does, and texts that are too long to be searched here are searched.");
        Matcher leading = LEADING_FLAGS.matcher(expression);
        String flags = leading.find() ? leading.group() : "";
        return matches(
                property,
                flags + (insensitive() ? "(?i)" : "") + "^" + ANYTHING + "(?:" + expression.substring(flags.length())
                        + ")");
    }
}
