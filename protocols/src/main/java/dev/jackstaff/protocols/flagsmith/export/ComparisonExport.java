package dev.jackstaff.protocols.flagsmith.export;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Legible;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.condition.RegularExpression;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Compare;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One comparison in Flagsmith's operators. Expressions are kept to what the languages of Flagsmith's SDKs share, and name the
 * start of the text, which some of them do not demand.
 */
final class ComparisonExport {
    static final String IDENTIFIER = "$.identity.identifier";

    private static final int LONGEST_SHOWN = 100;
    private static final String ANYTHING = "[\\s\\S]*";
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.@:/+-]+");
    private static final Pattern LEADING_FLAGS = Pattern.compile("^\\(\\?[a-zA-Z]+\\)");
    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf(Value.LARGEST_INTEGER);

    private final Compare compare;
    private final Notes notes;

    private ComparisonExport(Compare compare, Notes notes) {
        this.compare = compare;
        this.notes = notes;
    }

    /**
     * A rule that holds where the comparison does, or nearly so, which is then noted.
     *
     * @throws Unsayable where there is none
     */
    static SegmentRule rule(Compare compare, Notes notes) {
        ComparisonExport export = new ComparisonExport(compare, notes);
        SegmentRule rule = export.anywhere(compare.attribute());
        boolean contrary = compare.inverted() != (compare.operator() == Operator.NOT_IN);
        return contrary ? Rules.none(List.of(rule)) : rule;
    }

    /** The targeting key and the user id stand in for each other, which Flagsmith has to be told. */
    private SegmentRule anywhere(String attribute) {
        return switch (attribute) {
            case EvaluationContext.TARGETING_KEY -> either(IDENTIFIER, EvaluationContext.USER_ID);
            case EvaluationContext.USER_ID -> either(EvaluationContext.USER_ID, IDENTIFIER);
            default -> {
                if (attribute.startsWith("$.")) {
                    notes.approximated("Flagsmith takes the attribute \"" + attribute + "\" for a path.");
                }
                yield at(attribute);
            }
        };
    }

    private SegmentRule either(String own, String standIn) {
        return Rules.any(List.of(at(own), Rules.all(List.of(Rules.when("IS_NOT_SET", own, ""), at(standIn)))));
    }

    private SegmentRule at(String property) {
        return switch (compare.operator()) {
            case IN, NOT_IN -> oneOf(property);
            case EXISTS -> Rules.when("IS_SET", property, "");
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
            case DATE_AFTER, DATE_BEFORE -> throw new Unsayable("a comparison of dates");
            case IN_CIDR -> throw new Unsayable("a comparison of networks");
        };
    }

    private boolean insensitive() {
        return compare.caseInsensitive();
    }

    private SegmentRule oneOf(String property) {
        if (compare.values().stream().map(TextLiteral::new).anyMatch(TextLiteral::numeric)) {
            notes.approximated("Flagsmith takes text that looks like a number for one: of \"" + compare.attribute()
                    + "\", 0123 is 123, and a fraction is in no list.");
        }
        List<SegmentRule> ways = new ArrayList<>();
        ways.add(Rules.when("IN", property, list(compare.values())));
        for (String truth : List.of("true", "false")) {
            if (compare.values().contains(truth)) {
                ways.add(Rules.when("EQUAL", property, truth));
            }
        }
        return Rules.any(ways);
    }

    /** With commas where that is enough, for older SDKs know no JSON here. */
    private static String list(Collection<String> values) {
        return !values.isEmpty()
                        && values.stream()
                                .allMatch(value -> PLAIN.matcher(value).matches())
                ? String.join(",", values)
                : values.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private SegmentRule texts(Function<TextLiteral, SegmentRule> each) {
        List<SegmentRule> ways = new ArrayList<>();
        for (String value : compare.values()) {
            TextLiteral literal = new TextLiteral(value);
            if (literal.ambiguous(insensitive())) {
                notes.approximated(
                        "\"" + value + "\" is looked for in numbers and booleans too, and Flagsmith writes those"
                                + " as Python does.");
            }
            if (insensitive() && !literal.plainlyCased()) {
                notes.approximated("Upper and lower case of \"" + value + "\" may be others for Flagsmith.");
            }
            ways.add(each.apply(literal));
        }
        return Rules.any(ways);
    }

    private SegmentRule contains(String property, TextLiteral literal) {
        return insensitive() || literal.text().endsWith(":semver")
                ? matches(property, "^" + ANYTHING + literal.pattern(insensitive()))
                : Rules.when("CONTAINS", property, literal.text());
    }

    /** In Python {@code $} is before a last line break too: a text that ends with one is excluded. */
    private SegmentRule endsWith(String property, TextLiteral literal) {
        if (!literal.endable()) {
            notes.approximated("That \"" + compare.attribute() + "\" ends with a line break cannot be said exactly.");
        }
        SegmentRule ends = matches(property, "^" + ANYTHING + literal.pattern(insensitive()) + "$");
        return literal.endable()
                ? Rules.all(List.of(ends, Rules.none(List.of(matches(property, "^" + ANYTHING + "\\n$")))))
                : ends;
    }

    private static SegmentRule matches(String property, String expression) {
        try {
            RegularExpression.compile(expression, false);
        } catch (IllegalArgumentException tooLarge) {
            throw new Unsayable("an expression that is too long");
        }
        return Rules.when("REGEX", property, expression);
    }

    /** A number of integers is compared as one; text and booleans, which Flagsmith compares too, are excluded. */
    private SegmentRule number(String property, String operator) {
        BigDecimal number = new BigDecimal(
                Double.toString(Double.parseDouble(compare.values().get(0))));
        notes.approximated(
                "Of \"" + compare.attribute() + "\", Flagsmith does not take text such as 1e3, +1 or .5 for a number.");
        if (number.abs().compareTo(LARGEST_EXACT) > 0) {
            notes.approximated("Flagsmith compares large integers digit by digit.");
        }
        return Rules.all(List.of(
                compared(property, operator, number),
                Rules.none(List.of(Rules.when("CONTAINS", property, ""))),
                notBoolean(property)));
    }

    private static SegmentRule compared(String property, String operator, BigDecimal number) {
        if (number.stripTrailingZeros().scale() <= 0) {
            return Rules.when(operator, property, number.toBigInteger().toString());
        }
        SegmentRule fractions = Rules.when(operator, property, number.toPlainString());
        if (operator.equals("EQUAL")) {
            return fractions;
        }
        boolean greater = operator.startsWith("GREATER");
        String bound = number.setScale(0, greater ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .toPlainString();
        SegmentRule integers = Rules.all(List.of(
                Rules.when("REGEX", property, "^-?[0-9]+$"),
                Rules.when(greater ? "GREATER_THAN" : "LESS_THAN", property, bound)));
        return Rules.any(List.of(fractions, integers));
    }

    private SegmentRule version(String property, String operator) {
        return Rules.all(
                List.of(Rules.when(operator, property, compare.values().get(0) + ":semver"), notBoolean(property)));
    }

    /** Flagsmith compares booleans with everything: all but false is true. SDKs write them as their language does. */
    private static SegmentRule notBoolean(String property) {
        return Rules.none(List.of(Rules.when("REGEX", property, "^(?:[Tt]rue|[Ff]alse)$")));
    }

    private SegmentRule expression(String property) {
        String expression = compare.values().get(0);
        notes.approximated("The expression \"" + Legible.line(expression, LONGEST_SHOWN)
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
