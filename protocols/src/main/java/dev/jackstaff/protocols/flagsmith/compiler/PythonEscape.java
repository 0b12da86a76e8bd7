package dev.jackstaff.protocols.flagsmith.compiler;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A character escaped with a backslash in a Python expression.
 *
 * @param end the index behind it
 */
record PythonEscape(int character, int end) {
    /** The first of the Old Church Slavonic letters for which RE2/J loops forever when case is ignored. */
    static final int FIRST_UNFOLDABLE = 0x1c80;

    static final int LAST_UNFOLDABLE = 0x1c88;

    private static final String PLAIN = "abfnrtv";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b";
    private static final Pattern OCTAL = Pattern.compile("\\\\(0[0-7]{0,2}|[0-3][0-7]{2})");
    private static final Pattern OCTAL_IN_CLASS =
            Pattern.compile("\\\\([0-3]?[0-7]{1,2})(?![0-7]{1,2})|\\\\([0-3][0-7]{2})");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))");

    /**
     * The character whose backslash is at an index of an expression.
     *
     * @throws IllegalArgumentException if Python has no such escape, or it means something that RE2 does not support
     */
    static PythonEscape at(String expression, int at, boolean inClass) {
        char escaped = at + 1 < expression.length() ? expression.charAt(at + 1) : 'E';
        if (PLAIN.indexOf(escaped) >= 0 && (inClass || escaped != 'b')) {
            return new PythonEscape(MEANT.charAt(PLAIN.indexOf(escaped)), at + 2);
        }
        if (escaped >= '0' && escaped <= '9') {
            return number((inClass ? OCTAL_IN_CLASS : OCTAL).matcher(expression).region(at, expression.length()), 8);
        }
        if ("xuU".indexOf(escaped) >= 0) {
            return number(HEXADECIMAL.matcher(expression).region(at, expression.length()), 16);
        }
        if ((escaped >= 'a' && escaped <= 'z') || (escaped >= 'A' && escaped <= 'Z')) {
            throw new IllegalArgumentException(
                    "an escape that Python has not, or RE2 reads otherwise: \"\\" + escaped + '"');
        }
        int character = expression.codePointAt(at + 1);
        return new PythonEscape(character, at + 1 + Character.charCount(character));
    }

    private static PythonEscape number(Matcher matcher, int radix) {
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("a number behind a backslash that is no character's");
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                long character = Long.parseLong(matcher.group(group), radix);
                if (character <= Character.MAX_CODE_POINT) {
                    return new PythonEscape((int) character, matcher.end());
                }
            }
        }
        throw new IllegalArgumentException("a code point above U+10FFFF");
    }

    /** The character in RE2 syntax, inside and outside of a class. */
    String toRe2() {
        return toRe2(character);
    }

    /**
     * A character in RE2 syntax: ASCII letters, ASCII digits and all non-ASCII characters are literal, others are
     * escaped.
     */
    static String toRe2(int character) {
        if (character < ' ' || character == 0x7f) {
            return String.format("\\x%02x", character);
        }
        boolean marks = character < 0x80 && !Character.isLetterOrDigit(character);
        return (marks ? "\\" : "") + Character.toString(character);
    }
}
