package dev.jackstaff.admin.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares in percent, with a no-break space before the unit. */
public final class Percent {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String UNIT = "\u00a0%";

    private Percent() {}

    /** A share in 1/100 of a percent, as {@code 12.5 %}. */
    public static String of(int basisPoints) {
        return number(BigDecimal.valueOf(basisPoints, 2)) + UNIT;
    }

    /** A part of a whole, to 1/100 of a percent; 0 % of nothing. */
    public static String of(long part, long whole) {
        return whole == 0
                ? of(0)
                : number(BigDecimal.valueOf(part)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP))
                        + UNIT;
    }

    private static String number(BigDecimal percent) {
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
