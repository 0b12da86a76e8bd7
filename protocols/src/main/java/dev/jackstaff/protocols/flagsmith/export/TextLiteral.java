package dev.jackstaff.protocols.flagsmith.export;

import java.util.List;

/** A text that traits are looked through for. */
record TextLiteral(String text) {
    private static final List<String> WORDS =
            List.of("true", "false", "True", "False", "-inf", "nan", "-Infinity", "NaN");
    private static final String NUMERIC = "0123456789+-.eE";
    private static final String META = "\\.^$|?*+()[]{}";
    private static final char KELVIN = '\u212a';

    /**
     * Whether it can be part of how either side writes a number or a boolean. Flagsmith takes text that looks like a number
     * for one, and writes numbers and booleans as Python does: {@code "007"} as 7, {@code true} as True.
     */
    boolean isAmbiguous(boolean anyCase) {
        return text.chars().allMatch(c -> NUMERIC.indexOf(c) >= 0)
                || WORDS.stream().anyMatch(word -> contains(word, text, anyCase));
    }

    private static boolean contains(String word, String part, boolean anyCase) {
        for (int at = 0; at <= word.length() - part.length(); at++) {
            if (word.regionMatches(anyCase, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can be how either side writes a number. */
    boolean isNumeric() {
        return (text.chars().anyMatch(c -> c >= '0' && c <= '9') && text.chars().allMatch(c -> NUMERIC.indexOf(c) >= 0))
                || text.equals("NaN")
                || text.endsWith("Infinity");
    }

    /** Whether its letters have the same cases for Java and in an expression. */
    boolean hasSimpleCase() {
        return text.chars().allMatch(c -> c < 0x80 && c != 'i' && c != 'I');
    }

    /** Whether an expression can say that a text ends with it. */
    boolean isMatchableAtEnd() {
        return !text.endsWith("\n");
    }

    /** An expression for the text itself. */
    String pattern(boolean anyCase) {
        StringBuilder pattern = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (anyCase && Character.isLetter(c)) {
                pattern.append('[')
                        .append(Character.toLowerCase(c))
                        .append(Character.toUpperCase(c))
                        .append(c == 'k' || c == 'K' ? String.valueOf(KELVIN) : "")
                        .append(']');
            } else {
                pattern.append(META.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return pattern.toString();
    }
}
