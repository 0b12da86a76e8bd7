package dev.jackstaff.protocols.flagsmith.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1.0, 1.0",
        "-1.5, -1.5",
        "0.1, 0.1",
        "100.0, 100.0",
        "123456789.0, 123456789.0",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.5e16, 1.5e+16",
        "1e22, 1e+22",
        "1e100, 1e+100",
        "1e-4, 0.0001",
        "1e-5, 1e-05",
        "1.25e-7, 1.25e-07",
        "2e23, 2e+23",
        "8.41e21, 8.41e+21",
        "4.9e-324, 5e-324",
        "5.8581906792798084e-244, 5.858190679279809e-244",
        "9007199254740993.0, 9007199254740992.0",
        "Infinity, inf",
        "-Infinity, -inf",
        "NaN, nan"
    })
    void floatsAreWrittenAsPythonDoes(double number, String written) {
        assertThat(PythonNumber.repr(number)).isEqualTo(written);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            Double number = Double.longBitsToDouble(random.nextLong());

            assertThat(PythonNumber.parseFloat(PythonNumber.repr(number))).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1, -1",
        "+1, 1",
        "' 1 ', 1",
        "007, 7",
        "1_000, 1000",
        "٣, 3",
        "-0, 0",
        "'\u00a0\u20071\u0085', 1"
    })
    void integersAreReadAsPythonDoes(String text, long integer) {
        assertThat(PythonNumber.parseInt(text)).isEqualTo(new IntegerText(Long.toString(integer)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "+", "1.0", "1e3", "x", "\u001c1", "_1", "1_", "1__0", "--1", "1 0", "0x10", "½"})
    void otherTextIsNoInteger(String text) {
        assertThat(PythonNumber.parseInt(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.5, 1.5",
        "-1.5, -1.5",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "1E-3, 0.001",
        "+1e+2, 100",
        "1_0.5, 10.5",
        "' 2 ', 2",
        "inf, Infinity",
        "-Infinity, -Infinity",
        "NaN, NaN",
        "٣.٥, 3.5",
        "1e999, Infinity"
    })
    void floatsAreReadAsPythonDoes(String text, Double number) {
        assertThat(PythonNumber.parseFloat(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "-", "e3", "1e", "1e+", "1.2.3", "x", "1f", "1d", "0x1p3", "1,5", "+-1", "1_.5", "in"})
    void otherTextIsNoFloat(String text) {
        assertThat(PythonNumber.parseFloat(text)).isNull();
    }

    @Test
    void longerTextThanPythonReadsIsNoNumber() {
        assertThat(PythonNumber.parseInt("1".repeat(4_301))).isNull();
        assertThat(PythonNumber.parseInt("0".repeat(4_301))).isNull();
        assertThat(PythonNumber.parseInt("-" + "1_".repeat(4_299) + "1")).isNotNull();
        assertThat(Coercion.coerce("1".repeat(4_301))).isInstanceOf(String.class);
        assertThat(Coercion.coerce("-" + "1".repeat(4_300))).isInstanceOf(IntegerText.class);
        assertThat(Coercion.coerce("0." + "1".repeat(398))).isInstanceOf(Double.class);
        assertThat(Coercion.coerce("0." + "1".repeat(399))).isInstanceOf(String.class);
        assertThat(Coercion.coerce("0".repeat(4_299) + "7")).isEqualTo(7L);
        assertThat(Coercion.coerce("-" + Long.MAX_VALUE + "8")).isInstanceOf(IntegerText.class);
        assertThat(Coercion.coerce(Long.toString(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    }
}
