package dev.jackstaff.edge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DropAgeTest {
    private final DropAge age = new DropAge();

    @Test
    void itBeginsAnewWhenTheNumberRises() {
        assertThat(age.millis(0, seconds(1))).isEqualTo(-1);
        assertThat(age.millis(5, seconds(2))).isZero();
        assertThat(age.millis(5, seconds(9))).isEqualTo(7_000);
        assertThat(age.millis(6, seconds(10))).isZero();
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
