package dev.jackstaff.admin.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Large numbers, short: {@code 4 812}, {@code 482 k}, {@code 8.24 M}. Spaces do not break. */
public final class Counts {
    private static final long SHORTENED_FROM = 10_000;
    private static final int DIGITS = 3;
    private static final String[] UNITS = {"k", "M", "G", "T", "P", "E"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Counts() {}

    /** A count to three digits. */
    public static String compact(long count) {
        return count < SHORTENED_FROM ? exact(count) : shortened(count);
    }

    private static String shortened(long count) {
        BigDecimal value = BigDecimal.valueOf(count).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        int unit = -1;
        while (value.compareTo(THOUSAND) >= 0) {
            value = value.divide(THOUSAND);
            unit++;
        }
        return value.stripTrailingZeros().toPlainString() + "\u00a0" + UNITS[unit];
    }

    /** A count with all its digits, in groups of three. */
    public static String exact(long count) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ENGLISH);
        symbols.setGroupingSeparator('\u00a0');
        return new DecimalFormat("#,##0", symbols).format(count);
    }
}
