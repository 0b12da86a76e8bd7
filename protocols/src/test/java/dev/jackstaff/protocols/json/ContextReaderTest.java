package dev.jackstaff.protocols.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextReaderTest {
    @ParameterizedTest
    @CsvSource({
        "12345678.9,12345678.9",
        "1e7,10000000",
        "1.5e-3,0.0015",
        "5.0,5",
        "-0.25,-0.25",
        "1e21,1e+21",
        "1e400,Infinity",
        "7,7",
        "9007199254740993,9007199254740993",
        "123456789012345678901234567890,123456789012345678901234567890"
    })
    void aNumberIsTheTextThatEveryProtocolHas(String json, String text) {
        EvaluationContext context = ContextReader.read(JsonText.parse("{\"amount\":" + json + "}"));

        assertThat(context.text("amount")).isEqualTo(text);
    }
}
