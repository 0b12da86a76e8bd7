package dev.jackstaff.protocols.unleash;

import com.google.re2j.Pattern;

/**
 * The operands that Unleash's engine (yggdrasil) understands: its grammar of numbers and dates is stricter in documents
 * than in contexts. White space around an operand does not count.
 */
public final class UnleashOperand {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}" + "(?:\\.[0-9]{3})?(?:Z|[+-][0-9]{2}:[0-9]{2})");

    private UnleashOperand() {}

    /**
     * The number in an operand.
     *
     * @throws IllegalArgumentException if Unleash's engine reads none
     */
    public static String number(String operand) {
        if (!isNumber(operand)) {
            throw new IllegalArgumentException("not a number: \"" + operand + "\"");
        }
        return stripped(operand);
    }

    /** Whether Unleash's engine reads a number in an operand. */
    public static boolean isNumber(String operand) {
        return NUMBER.matches(stripped(operand));
    }

    /**
     * The date in an operand.
     *
     * @throws IllegalArgumentException if Unleash's engine reads none
     */
    public static String date(String operand) {
        String date = stripped(operand);
        if (!DATE.matches(date)) {
            throw new IllegalArgumentException(
                    "not a date and time with seconds and offset, such as 2026-01-31T12:00:00.000Z: \"" + operand
                            + "\"");
        }
        return date;
    }

    private static String stripped(String operand) {
        int from = 0;
        int to = operand.length();
        while (from < to && isSpace(operand.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(operand.charAt(to - 1))) {
            to--;
        }
        return operand.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
