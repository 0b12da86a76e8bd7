package dev.jackstaff.engine;

/** Untrusted text made printable for messages and logs: on one line, without control characters, of bounded length. */
public final class PrintableText {
    private static final int MAX_LENGTH = 1_000;
    private static final char REPLACEMENT = '\ufffd';

    private PrintableText() {}

    /** The text on one line: control and format characters replaced by U+FFFD, cut after 1,000 characters. */
    public static String singleLine(String text) {
        return singleLine(text, MAX_LENGTH);
    }

    /** The text on one line, cut after the given number of code points. */
    public static String singleLine(String text, int maxLength) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), maxLength) + 1);
        text.codePoints()
                .limit(maxLength)
                .forEach(codePoint -> line.appendCodePoint(isInvisible(codePoint) ? REPLACEMENT : codePoint));
        if (text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength) {
            line.append('…');
        }
        return line.toString();
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
