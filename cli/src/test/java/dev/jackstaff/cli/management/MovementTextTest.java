package dev.jackstaff.cli.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.25,      25 %",
        "0.1,       10 %",
        "0.33333,   33.33 %",
        "0.125,     12.5 %",
        "1.0,       100 %",
        "0.0000001, less than 0.01 %",
        "0.9999999, more than 99.99 %",
        "0.0001,    0.01 %"
    })
    void aShareIsToldInPercent(BigDecimal share, String text) {
        assertThat(MovementText.percent(share)).isEqualTo(text);
    }
}
