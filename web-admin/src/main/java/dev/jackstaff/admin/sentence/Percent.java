package dev.jackstaff.admin.sentence;

import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

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
        return of(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /** A part of a whole, to 1/100 of a percent; 0 % of nothing. */
    public static String of(BigInteger part, BigInteger whole) {
        return share(part, whole) + UNIT;
    }

    /** A text in which no line ends between a number and its unit. */
    public static String unbroken(String text) {
        return text.replace(" %", UNIT);
    }

    /** The shares of a split in their order, without the unit, as {@code 50 / 25 / 25}. */
    public static String ofSplit(List<WeightedVariant> variants) {
        BigInteger sum = BigInteger.valueOf(
                variants.stream().mapToLong(WeightedVariant::weight).sum());
        return variants.stream()
                .map(variant -> share(BigInteger.valueOf(variant.weight()), sum))
                .collect(Collectors.joining(" / "));
    }

    private static String share(BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? number(BigDecimal.ZERO)
                : number(new BigDecimal(part).multiply(HUNDRED).divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP));
    }

    private static String number(BigDecimal percent) {
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
