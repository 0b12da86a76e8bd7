package dev.jackstaff.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    /** Each text is what ECMAScript's {@code String(number)} gives. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "5.0, 5",
        "-5, -5",
        "1.5, 1.5",
        "0.1, 0.1",
        "0.001, 0.001",
        "0.00025, 0.00025",
        "0.000001, 0.000001",
        "1e-7, 1e-7",
        "-1.25e-7, -1.25e-7",
        "9999999.5, 9999999.5",
        "10000000, 10000000",
        "10000000.25, 10000000.25",
        "12345678.9, 12345678.9",
        "1767225600.123, 1767225600.123",
        "59.32932349999999, 59.32932349999999",
        "9007199254740992, 9007199254740992",
        "9007199254740994, 9007199254740994",
        "123456789012345680000, 123456789012345680000",
        "100000000000000000000, 100000000000000000000",
        "1e21, 1e+21",
        "1.5e300, 1.5e+300",
        "-1e22, -1e+22",
        "2e-323, 2e-323",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "0.3, 0.3",
        "0.30000000000000004, 0.30000000000000004",
        "2e23, 2e+23",
        "8.41e21, 8.41e+21"
    })
    void aNumberIsTextAsInEcmaScript(double number, String text) {
        assertThat(NumberText.of(number)).isEqualTo(text);
    }

    @Test
    void whatIsNotFiniteHasAName() {
        assertThat(NumberText.of(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
        assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
        assertThat(NumberText.of(Double.NaN)).isEqualTo("NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0007, 0.37, 37, 1e6 + 0.37, 1e7 + 0.25, 1.1e15, 3.3e20, 7.7e25})
    void theTextStandsForTheNumberAndHasNoExponentForOrdinarySizes(double step) {
        DoubleStream.iterate(step, number -> number + step).limit(1_000).forEach(number -> {
            String text = NumberText.of(number);

            assertThat(Double.parseDouble(text)).isEqualTo(number);
            assertThat(text.contains("e")).isEqualTo(number >= 1e21);
        });
    }
}
