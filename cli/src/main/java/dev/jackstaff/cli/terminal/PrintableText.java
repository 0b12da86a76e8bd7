package dev.jackstaff.cli.terminal;

import java.util.Locale;

/** Texts of others, as a terminal may have them: nothing in them moves its cursor, changes its colours or hides a part. */
public final class PrintableText {
    private PrintableText() {}

    /** The text on one line; control and formatting characters are written as {@code \\u001b}. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(PrintableText::isHidden)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isHidden(point)) {
                printable.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }

    /** The text on one line; what is longer than this ends with an ellipsis. */
    public static String of(String text, int most) {
        String printable = of(text);
        return printable.codePointCount(0, printable.length()) <= most
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static boolean isHidden(int point) {
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
