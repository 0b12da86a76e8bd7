package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import org.jspecify.annotations.Nullable;

/** A comparison of a number as a double; the attribute is a number, or the text of one. */
public record NumberComparison(Attribute attribute, Relation relation, double number) implements Comparison {
    private static final int MAX_NUMBER_LENGTH = 64;

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
        return new NumberComparison(attribute, relation, number);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        Object value = attribute.valueIn(context);
        if (value instanceof Number actual) {
            return relation.holds(Double.compare(actual.doubleValue() + 0.0, number));
        }
        Double parsed = value instanceof String text ? number(text) : null;
        return parsed != null && relation.holds(Double.compare(parsed, number));
    }

    @Override
    public String operator() {
        return "NUM_" + relation.suffix();
    }

    @Override
    public String operand() {
        return Double.toString(number);
    }

    private static @Nullable Double number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH || !isDecimal(text)) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number + 0.0 : null;
        } catch (NumberFormatException malformed) {
            return null;
        }
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
