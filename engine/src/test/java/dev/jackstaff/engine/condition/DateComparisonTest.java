package dev.jackstaff.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times; what is read and what is not is as measured with Unleash's engine (yggdrasil 0.21). */
class DateComparisonTest {
    private static final Attribute DATE = Attribute.named("date");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-07-01T00:00:00Z",
                "2024-07-01T00:00:00.000Z",
                "2024-07-01t00:00:00z",
                "2024-07-01 00:00:00Z",
                "2024-07-01  00:00:00Z",
                "2024-07-01 00:00:00+00:00",
                "2024-07-01T00:00:00+0000",
                "2024-07-01T02:00:00+02:00",
                "2024-06-30T23:00:00-0100",
                "2024-06-30T23:00:00\u221201:00",
                "2024-07-01T01:00:00+01 : 00",
                "2024-7-1T0:0:0Z",
                "2024-07-01T00:00:00UTC",
                " 2024-07-01T00:00:00 utc ",
                "2024 - 07 - 01T 00 : 00 : 00 Z",
                "2024-07-01T23:59:00+23:59",
                "+2024-07-01T00:00:00Z",
                "+002024-07-01T00:00:00Z",
                "2024-07-01T00:00:00.0000000000009Z"
            })
    void readsADate(String text) {
        assertThat(DateComparison.parse(DATE, true, text).instant()).hasToString("2024-07-01T00:00:00Z");
        assertThat(holds(true, "2024-06-30T23:59:59Z", text)).isTrue();
        assertThat(holds(false, "2024-07-01T00:00:01Z", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-07-01T00:00Z",
                "2024-07-01T00:00:00",
                "2024-07-01",
                "2024-07-01T00:00:00+00",
                "2024-07-01T00:00:00+1:00",
                "2024-07-01T00:00:00+24:00",
                "2024-07-01T00:00:00+0060",
                "2024-07-01T00:00:00 GMT",
                "2024-07-01T00:00:00.Z",
                "2024-07-01T00:00:00 .5Z",
                "2024-07-01T00:00:00,5Z",
                "2024-07-01T24:00:00Z",
                "2024-07-01T00:60:00Z",
                "2024-07-01T00:00:61Z",
                "2024-02-30T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "02024-07-01T00:00:00Z",
                "+262143-01-01T00:00:00Z",
                "20240701T000000Z",
                "2024-07-01T00:00:00Zx",
                "2024-07-01X00:00:00Z",
                "\u0662\u0660\u0662\u0664-07-01T00:00:00Z",
                "1719792000",
                ""
            })
    void readsNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateComparison.parse(DATE, true, text))
                .withMessageContaining("\"" + text + "\"");
        assertThat(holds(true, "0001-01-01T00:00:00Z", text)).isFalse();
        assertThat(holds(false, "9999-01-01T00:00:00Z", text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-30T23:59:60Z, 2024-06-30T23:59:59.999Z, 2024-07-01T00:00:00Z",
        "2024-07-01T00:00:00.5Z, 2024-07-01T00:00:00.49Z, 2024-07-01T00:00:00.51Z",
        "2024-07-01T00:00:00.123456789Z, 2024-07-01T00:00:00.123456788Z, 2024-07-01T00:00:00.12345679Z",
        "-0001-07-01T00:00:00Z, -0002-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "+12024-07-01T00:00:00Z, 9999-01-01T00:00:00Z, +12024-07-02T00:00:00Z"
    })
    void aDateLiesBetween(String text, String before, String after) {
        assertThat(holds(true, before, text)).isTrue();
        assertThat(holds(false, before, text)).isFalse();
        assertThat(holds(false, after, text)).isTrue();
        assertThat(holds(true, after, text)).isFalse();
    }

    @Test
    void veryMuchTextIsNoDate() {
        assertThat(holds(true, "0001-01-01T00:00:00Z", " ".repeat(100_000) + "2024-07-01T00:00:00Z"))
                .isFalse();
    }

    private static boolean holds(boolean after, String operand, String text) {
        return DateComparison.parse(DATE, after, operand)
                .holdsFor(EvaluationContext.builder().attribute("date", text).build());
    }
}
