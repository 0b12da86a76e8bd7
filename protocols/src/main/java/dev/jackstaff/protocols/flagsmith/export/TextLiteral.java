package dev.jackstaff.protocols.flagsmith.export;

import java.util.List;

/** A text that a comparison searches for in traits. */
record TextLiteral(String text) {
    private static final List<String> WORDS =
            List.of("true", "false", "True", "False", "-inf", "nan", "-Infinity", "NaN");
    private static final String NUMERIC = "0123456789+-.eE";
    private static final String META = "\\.^$|?*+()[]{}";
    private static final char KELVIN = '\u212a';

    /**
     * Whether the text can be part of how either side writes a number or a boolean. Flagsmith parses text that looks
     * like a number, and writes numbers and booleans as Python does: {@code "007"} as 7, {@code true} as True.
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

    /** Whether the text can be how either side writes a number. */
    boolean isNumeric() {
        return (text.chars().anyMatch(c -> c >= '0' && c <= '9') && text.chars().allMatch(c -> NUMERIC.indexOf(c) >= 0))
                || text.equals("NaN")
                || text.endsWith("Infinity");
    }

    /** Whether the text's letters have the same case variants in Java and in a regular expression. */
    boolean hasSimpleCase() {
        return text.chars().allMatch(c -> c < 0x80 && c != 'i' && c != 'I');
    }

    /** Whether a regular expression can require that a text ends with it. */
    boolean isMatchableAtEnd() {
        return !text.endsWith("\n");
    }

    /** A regular expression that matches the text itself. */
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
