package dev.jackstaff.protocols.flagsmith.compiler;

import org.jspecify.annotations.Nullable;

/**
 * Flagsmith's coercion of values before comparison: text that looks like a number is that number. So {@code "007"} is
 * 7, and {@code "1.50"} is 1.5.
 */
final class Coercion {
    /** Longest decimal number: the time that it takes to read one grows with its length, and more. */
    private static final int LONGEST_DECIMAL = 400;

    private Coercion() {}

    /** A string, a long, {@link IntegerText} that no long holds, a double or a boolean; lists and maps as they are. */
    static @Nullable Object coerce(@Nullable Object value) {
        return value instanceof String text && isNumeric(text) ? number(text) : value;
    }

    /** The value as Python's {@code str} writes it; null for none, for lists and for maps. */
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

    /** Whether a text looks like a number: digits, perhaps a minus before them and a point among them. */
    static boolean isNumeric(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        if (text.length() - from > PythonNumber.MAX_DIGITS || text.length() == from) {
            return false;
        }
        int point = text.indexOf('.');
        if (point == from) {
            return false;
        }
        if (point >= 0 && text.length() > LONGEST_DECIMAL) {
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
