package dev.jackstaff.domain.movement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact share, in lowest terms.
 *
 * @param part at least 0
 * @param whole at least 1
 */
public record Share(BigInteger part, BigInteger whole) {
    static final Share NONE = new Share(BigInteger.ZERO, BigInteger.ONE);
    static final Share ALL = new Share(BigInteger.ONE, BigInteger.ONE);

    public Share {
        BigInteger divisor = part.gcd(whole);
        part = part.divide(divisor);
        whole = whole.divide(divisor);
    }

    static Share of(long part, long whole) {
        return new Share(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    Share plus(Share other) {
        return new Share(part.multiply(other.whole).add(other.part.multiply(whole)), whole.multiply(other.whole));
    }

    Share times(Share other) {
        return new Share(part.multiply(other.part), whole.multiply(other.whole));
    }

    public boolean isNone() {
        return part.signum() == 0;
    }

    /** The nearest number from 0 to 1. */
    public double value() {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                .doubleValue();
    }
}
