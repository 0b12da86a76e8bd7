package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.NumberText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a number as a double. The attribute is a number, or the text of one: decimal, or an infinity by name,
 * as Unleash's engine reads it. A number and its text compare alike; what is not a number never compares.
 */
public record NumberComparison(Attribute attribute, Relation relation, double number) implements Comparison {
    private static final int MAX_NUMBER_LENGTH = 1_000;

    /**
     * The comparison with the number that a text denotes.
     *
     * @throws IllegalArgumentException if the text is not a finite decimal number
     */
    public static NumberComparison parse(Attribute attribute, Relation relation, String operand) {
        Double number = number(operand);
        if (number == null) {
            throw new IllegalArgumentException("not a number: \"" + operand + "\"");
        }
        if (number.isInfinite()) {
            throw new IllegalArgumentException("not a finite number: \"" + operand + "\"");
        }
        return new NumberComparison(attribute, relation, number);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        Object value = attribute.valueIn(context);
        Double actual = value instanceof Number given
                ? (Double) (given.doubleValue() + 0.0)
                : value instanceof String text ? number(text) : null;
        return actual != null && !actual.isNaN() && relation.holds(Double.compare(actual, number));
    }

    @Override
    public String operator() {
        return "NUM_" + relation.suffix();
    }

    @Override
    public String operand() {
        return NumberText.of(number);
    }

    /** The number that a text denotes; null if it denotes none. Too large a number is infinite, as in JSON. */
    private static @Nullable Double number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            return null;
        }
        if (!isDecimal(text)) {
            return infinity(text);
        }
        try {
            return Double.parseDouble(text) + 0.0;
        } catch (NumberFormatException malformed) {
            return null;
        }
    }

    /** An infinity by name, in any case. */
    private static @Nullable Double infinity(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return switch (text.substring(signed ? 1 : 0).toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" -> text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            default -> null;
        };
    }

    /**
     * Whether a text has only the characters of decimal numbers. Java's own parser also accepts hexadecimal numbers,
     * suffixes and spaces.
     */
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
