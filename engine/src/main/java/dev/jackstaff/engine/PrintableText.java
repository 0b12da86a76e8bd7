package dev.jackstaff.engine;

/** Texts that somebody else wrote, made fit for a message: on one line, nothing that cannot be seen, and not too long. */
public final class PrintableText {
    private static final int LONGEST = 1_000;
    private static final char REPLACEMENT = '\ufffd';

    private PrintableText() {}

    /** The text with a replacement for each character that steers, and cut where it is too long. */
    public static String singleLine(String text) {
        return singleLine(text, LONGEST);
    }

    /** The same, cut after some characters. */
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
