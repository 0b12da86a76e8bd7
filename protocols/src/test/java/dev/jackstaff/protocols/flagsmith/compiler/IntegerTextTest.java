package dev.jackstaff.protocols.flagsmith.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntegerTextTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void digitsAreOrderedAsTheirIntegersAre() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            BigInteger one = anInteger(random);
            BigInteger other = random.nextInt(4) == 0 ? one.negate() : anInteger(random);
            IntegerText digits = IntegerText.parse(spelled(one, random));

            assertThat(Integer.signum(digits.compareTo(IntegerText.parse(spelled(other, random)))))
                    .isEqualTo(one.compareTo(other));
            assertThat(digits.text()).isEqualTo(one.toString());
            assertThat(digits.signum()).isEqualTo(one.signum());
            assertThat(digits.toDouble()).isEqualTo(one.doubleValue());
            assertThat(digits.toLong()).isEqualTo(one.bitLength() < Long.SIZE ? (Long) one.longValue() : null);
        }
    }

    private static BigInteger anInteger(Random random) {
        BigInteger magnitude = new BigInteger(random.nextInt(random.nextBoolean() ? 70 : 1_100), random);
        return random.nextBoolean() ? magnitude : magnitude.negate();
    }

    private static String spelled(BigInteger integer, Random random) {
        String sign = integer.signum() < 0 ? "-" : random.nextBoolean() ? "+" : "";
        return sign + "0".repeat(random.nextInt(3)) + integer.abs();
    }

    @Test
    void theLongestIntegersAreComparedInNoTime() {
        String longest = "9".repeat(PythonNumber.MAX_DIGITS);
        Operand operand = Operand.of(longest);
        int equal = 0;

        long start = THREADS.getCurrentThreadCpuTime(); // others may use the machine meanwhile
        for (int i = 0; i < 20_000; i++) {
            Object coerced = Coercion.coerce(longest);
            equal += coerced instanceof IntegerText digits && digits.equals(operand.integer()) ? 1 : 0;
        }
        Duration each = Duration.ofNanos((THREADS.getCurrentThreadCpuTime() - start) / 20_000);

        assertThat(equal).isEqualTo(20_000);
        assertThat(each).isLessThan(Duration.ofNanos(50_000));
    }
}
