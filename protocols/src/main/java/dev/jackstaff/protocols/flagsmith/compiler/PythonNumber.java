package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.NumberText;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parsing and formatting of numbers as Python does it. */
final class PythonNumber {
    /** The maximum number of digits of an integer; Python refuses longer ones too. */
    static final int MAX_DIGITS = 4_300;

    /** The longest text that is parsed: the digits, underscores between them, a sign, and surrounding space. */
    private static final int MAX_TEXT_LENGTH = 10_000;

    private static final int LOWEST_PLAIN_EXPONENT = -4;
    private static final int HIGHEST_PLAIN_EXPONENT = 15;

    private PythonNumber() {}

    /** The result of {@code int(text)}; null if Python refuses the text. */
    static @Nullable IntegerText parseInt(String text) {
        String plain = toAscii(text);
        int from = signed(plain) ? 1 : 0;
        boolean integer = plain.length() > from && areDigits(plain, from, plain.length());
        return integer && plain.length() - from <= MAX_DIGITS ? IntegerText.parse(plain) : null;
    }

    /** The result of {@code float(text)}; null if Python refuses the text. */
    static @Nullable Double parseFloat(String text) {
        String plain = toAscii(text);
        if (plain.isEmpty()) {
            return null;
        }
        double sign = plain.charAt(0) == '-' ? -1 : 1;
        String magnitude = signed(plain) ? plain.substring(1) : plain;
        switch (magnitude.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" -> {
                return sign * Double.POSITIVE_INFINITY;
            }
            case "nan" -> {
                return Double.NaN;
            }
            default -> {
                return isDecimal(magnitude) ? (Double) (sign * Double.parseDouble(magnitude)) : null;
            }
        }
    }

    /**
     * The result of {@code repr(number)}: the shortest text that stands for the number, with a point or an exponent.
     */
    static String repr(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number > 0 ? "0.0" : "-0.0";
        }
        BigDecimal shortest = NumberText.shortestDecimal(number);
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return (number < 0 ? "-" : "") + placed(digits, exponent);
    }

    private static String placed(String digits, int exponent) {
        if (exponent < LOWEST_PLAIN_EXPONENT || exponent > HIGHEST_PLAIN_EXPONENT) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            int size = Math.abs(exponent);
            return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        int point = exponent + 1;
        return digits.length() <= point
                ? digits + "0".repeat(point - digits.length()) + ".0"
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    /**
     * The text in ASCII: stripped, digits of all scripts as 0 to 9, without underscores between digits. Empty if the
     * text cannot be a number.
     */
    private static String toAscii(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            return "";
        }
        int[] characters = stripped(text).codePoints().toArray();
        StringBuilder plain = new StringBuilder(characters.length);
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == '_') {
                if (i == 0 || i == characters.length - 1 || !digit(characters[i - 1]) || !digit(characters[i + 1])) {
                    return "";
                }
            } else if (digit(characters[i])) {
                plain.append((char) ('0' + Character.digit(characters[i], 10)));
            } else {
                plain.appendCodePoint(characters[i]);
            }
        }
        return plain.toString();
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether Python skips a character around a number: unlike {@code isspace}, not the separators below U+0020. */
    private static boolean isSpace(char character) {
        return Character.isSpaceChar(character) || (character >= '\t' && character <= '\r') || character == '\u0085';
    }

    private static boolean digit(int character) {
        return Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER;
    }

    private static boolean signed(String plain) {
        return !plain.isEmpty() && (plain.charAt(0) == '-' || plain.charAt(0) == '+');
    }

    /**
     * Whether a text is an unsigned decimal number: digits on at least one side of the point, with an optional
     * exponent.
     */
    private static boolean isDecimal(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        String mantissa = e < 0 ? text : text.substring(0, e);
        if (e >= 0) {
            int from = signed(text.substring(e + 1)) ? e + 2 : e + 1;
            if (from >= text.length() || !areDigits(text, from, text.length())) {
                return false;
            }
        }
        int point = mantissa.indexOf('.');
        return mantissa.length() > (point < 0 ? 0 : 1)
                && areDigits(mantissa, 0, point < 0 ? mantissa.length() : point)
                && areDigits(mantissa, point + 1, mantissa.length());
    }

    static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
