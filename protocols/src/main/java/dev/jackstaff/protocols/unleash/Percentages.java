package dev.jackstaff.protocols.unleash;

import java.util.Optional;

/** Whole percentages, which documents write as text. */
public final class Percentages {
    public static final int WHOLE = 100;

    private static final int MAX_DIGITS = 9;

    private Percentages() {}

    /** The percentage of a text of ASCII digits, at most 100; empty if the text is anything else. */
    public static Optional<Integer> parse(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && text.length() <= MAX_DIGITS
                ? Optional.of(Math.min(Integer.parseInt(text), WHOLE))
                : Optional.empty();
    }
}
