package dev.jackstaff.protocols.flagsmith.compiler;

import org.jspecify.annotations.Nullable;

/**
 * Flagsmith's coercion of values before comparison: text that looks like a number is that number. So {@code "007"} is
 * 7, and {@code "1.50"} is 1.5.
 */
final class Coercion {
    /** The longest decimal number, in characters: parsing time grows more than linearly with the length. */
    private static final int MAX_DECIMAL_LENGTH = 400;

    private Coercion() {}

    /**
     * The coerced value: a string, a long, an {@link IntegerText} too large for a long, a double or a boolean; lists
     * and maps unchanged.
     */
    static @Nullable Object coerce(@Nullable Object value) {
        return value instanceof String text && isNumeric(text) ? number(text) : value;
    }

    /** The value as Python's {@code str} writes it; null for null, lists and maps. */
    static @Nullable String text(@Nullable Object coerced) {
        if (coerced instanceof String text) {
            return text;
        }
        if (coerced instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (coerced instanceof Double number) {
            return PythonNumber.repr(number);
        }
        return coerced instanceof Long || coerced instanceof IntegerText ? coerced.toString() : null;
    }

    /** Whether a text looks like a number: digits, with an optional leading minus and an optional point among them. */
    static boolean isNumeric(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        if (text.length() - from > PythonNumber.MAX_DIGITS || text.length() == from) {
            return false;
        }
        int point = text.indexOf('.');
        if (point == from) {
            return false;
        }
        if (point >= 0 && text.length() > MAX_DECIMAL_LENGTH) {
            return false;
        }
        return point < 0
                ? PythonNumber.areDigits(text, from, text.length())
                : point < text.length() - 1
                        && PythonNumber.areDigits(text, from, point)
                        && PythonNumber.areDigits(text, point + 1, text.length());
    }

    private static Object number(String text) {
        if (text.indexOf('.') >= 0) {
            return Double.parseDouble(text);
        }
        IntegerText digits = IntegerText.parse(text);
        Long small = digits.toLong();
        return small == null ? digits : small;
    }
}
