package dev.jackstaff.engine;

/** Untrusted text made printable for messages and logs: on one line, without control characters, of bounded length. */
public final class PrintableText {
    private static final int LONGEST = 1_000;
    private static final char REPLACEMENT = '\ufffd';

    private PrintableText() {}

    /** The text on one line: control and format characters replaced by U+FFFD, cut after 1,000 characters. */
    public static String singleLine(String text) {
        return singleLine(text, LONGEST);
    }

    /** The text on one line, cut after the given number of code points. */
    public static String singleLine(String text, int longest) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), longest) + 1);
        text.codePoints()
                .limit(longest)
                .forEach(point -> line.appendCodePoint(isInvisible(point) ? REPLACEMENT : point));
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            line.append('…');
        }
        return line.toString();
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
