package dev.jackstaff.protocols.flagsmith.compiler;

import org.jspecify.annotations.Nullable;

/**
 * What Flagsmith takes a value for before it compares it: text that looks like an integer or a decimal number is that number.
 * So {@code "007"} is 7, and {@code "1.50"} is 1.5.
 */
final class Coercion {
    /** Longest decimal number: the time that it takes to read one grows with its length, and more. */
    private static final int LONGEST_DECIMAL = 400;

    private Coercion() {}

    /** A string, a long, {@link Digits} that no long holds, a double or a boolean; lists and maps as they are. */
    static @Nullable Object of(@Nullable Object value) {
        return value instanceof String text && numeric(text) ? number(text) : value;
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
            return PythonNumber.written(number);
        }
        return coerced instanceof Long || coerced instanceof Digits ? coerced.toString() : null;
    }

    /** Whether a text looks like a number: digits, perhaps a minus before them and a point among them. */
    static boolean numeric(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        if (text.length() - from > PythonNumber.LONGEST || text.length() == from) {
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
                ? PythonNumber.digits(text, from, text.length())
                : point < text.length() - 1
                        && PythonNumber.digits(text, from, point)
                        && PythonNumber.digits(text, point + 1, text.length());
    }

    private static Object number(String text) {
        if (text.indexOf('.') >= 0) {
            return Double.parseDouble(text);
        }
        Digits digits = Digits.parse(text);
        Long small = digits.small();
        return small == null ? digits : small;
    }
}
