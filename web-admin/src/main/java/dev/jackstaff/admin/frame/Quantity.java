package dev.jackstaff.admin.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Large numbers, short: {@code 320}, {@code 4.8 k}, {@code 8.2 M}. */
public final class Quantity {
    private static final long THOUSAND = 1_000;
    private static final String[] UNITS = {"", "k", "M", "G", "T", "P", "E"};

    private Quantity() {}

    public static String brief(long number) {
        int unit = 0;
        BigDecimal value = BigDecimal.valueOf(number);
        while (value.abs().longValue() >= THOUSAND) {
            value = value.divide(BigDecimal.valueOf(THOUSAND));
            unit++;
        }
        if (unit == 0) {
            return String.valueOf(number);
        }
        int digits = value.abs().longValue() < 10 ? 1 : 0;
        return value.setScale(digits, RoundingMode.DOWN).stripTrailingZeros().toPlainString() + "\u00a0" + UNITS[unit];
    }
}
