package dev.jackstaff.engine;

/** Texts that somebody else wrote, made fit for a message: on one line, nothing that cannot be seen, and not too long. */
public final class Legible {
    private static final int LONGEST = 1_000;
    private static final char REPLACEMENT = '\ufffd';

    private Legible() {}

    /** The text with a replacement for each character that steers, and cut where it is too long. */
    public static String line(String text) {
        return line(text, LONGEST);
    }

    /** The same, cut after some characters. */
    public static String line(String text, int longest) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), longest) + 1);
        text.codePoints().limit(longest).forEach(point -> line.appendCodePoint(steers(point) ? REPLACEMENT : point));
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            line.append('…');
        }
        return line.toString();
    }

    private static boolean steers(int point) {
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
