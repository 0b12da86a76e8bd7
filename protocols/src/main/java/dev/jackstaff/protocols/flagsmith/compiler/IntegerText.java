package dev.jackstaff.protocols.flagsmith.compiler;

import org.jspecify.annotations.Nullable;

/**
 * An integer of any length in canonical decimal form: no plus sign, no leading zeros, no negative zero. Equal integers
 * have equal texts, and comparing needs no arithmetic.
 */
record IntegerText(String text) implements Comparable<IntegerText> {
    private static final int DIGITS_OF_A_LONG = 18;
    private static final int DIGITS_OF_A_DOUBLE = 309;

    /** The integer that a text stands for: at least one digit from 0 to 9, with an optional sign. */
    static IntegerText parse(String text) {
        boolean negative = text.charAt(0) == '-';
        int from = negative || text.charAt(0) == '+' ? 1 : 0;
        int first = from;
        while (first < text.length() - 1 && text.charAt(first) == '0') {
            first++;
        }
        String magnitude = text.substring(first);
        return new IntegerText(negative && !magnitude.equals("0") ? "-" + magnitude : magnitude);
    }

    /** This integer as a long; null when a long cannot hold it. */
    @Nullable
    Long toLong() {
        if (length() <= DIGITS_OF_A_LONG) {
            return Long.valueOf(text);
        }
        if (length() > DIGITS_OF_A_LONG + 1) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException outOfRange) {
            return null;
        }
    }

    /** The nearest double; infinite if it is out of range. */
    double toDouble() {
        return length() > DIGITS_OF_A_DOUBLE ? signum() * Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    int signum() {
        return negative() ? -1 : text.equals("0") ? 0 : 1;
    }

    @Override
    public int compareTo(IntegerText other) {
        if (negative() != other.negative()) {
            return negative() ? -1 : 1;
        }
        int magnitude =
                length() == other.length() ? text.compareTo(other.text) : Integer.compare(length(), other.length());
        return negative() ? -magnitude : magnitude;
    }

    private boolean negative() {
        return text.charAt(0) == '-';
    }

    private int length() {
        return text.length() - (negative() ? 1 : 0);
    }

    @Override
    public String toString() {
        return text;
    }
}
