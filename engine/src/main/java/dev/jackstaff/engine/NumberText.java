package dev.jackstaff.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The text of numbers, which comparisons of text and buckets go by. It is that of ECMAScript (ECMA-262,
 * Number::toString): the shortest decimal that stands for the number, without a point for whole numbers, and without an
 * exponent from 10⁻⁶ up to below 10²¹. So a client that sends a number and one that sends its text are the same subject.
 */
public final class NumberText {
    private static final double MAX_EXACT_INTEGER = 0x1p53;
    private static final int SAFE_DIGITS = 15;
    private static final int MAX_DOUBLE_DIGITS = 17;
    /** The highest and the lowest place of the decimal point, counted from the first digit, without an exponent. */
    private static final int HIGHEST_POINT = 21;

    private static final int LOWEST_POINT = -5;

    /**
     * The rounding modes to try: the nearest text of a length may stand for another number while its neighbour does
     * not.
     */
    private static final List<RoundingMode> NEAREST_FIRST =
            List.of(RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);

    private NumberText() {}

    /** The text of a number. */
    public static String of(double number) {
        if (number == Math.rint(number) && Math.abs(number) <= MAX_EXACT_INTEGER) {
            return Long.toString((long) number);
        }
        String javas = Double.toString(number);
        if (!Double.isFinite(number) || (javas.length() <= SAFE_DIGITS && javas.indexOf('E') < 0)) {
            return javas;
        }
        BigDecimal shortest = shortestDecimal(number);
        String digits = shortest.unscaledValue().abs().toString();
        return (number < 0 ? "-" : "") + placed(digits, digits.length() - shortest.scale());
    }

    /** The digits with a decimal point before the digit of the given index, which may lie outside of them. */
    private static String placed(String digits, int point) {
        if (point > HIGHEST_POINT || point < LOWEST_POINT) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return mantissa + (point > 0 ? "e+" : "e") + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return digits.length() <= point
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    /**
     * The shortest decimal that stands for a finite number other than 0. Java's own text may have a digit too many; with
     * up to 15 digits it cannot, except for subnormal numbers.
     */
    public static BigDecimal shortestDecimal(double number) {
        BigDecimal known = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        boolean subnormal = Math.abs(number) < Double.MIN_NORMAL;
        if (known.precision() <= SAFE_DIGITS && !subnormal) {
            return known;
        }
        BigDecimal exact = new BigDecimal(number);
        for (int digits = subnormal ? 1 : SAFE_DIGITS; digits < MAX_DOUBLE_DIGITS; digits++) {
            for (RoundingMode mode : NEAREST_FIRST) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == number) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(MAX_DOUBLE_DIGITS, RoundingMode.HALF_EVEN));
    }
}
