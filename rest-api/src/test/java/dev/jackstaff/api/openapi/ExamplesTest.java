package dev.jackstaff.api.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jackstaff.api.HubApplication;
import dev.jackstaff.api.json.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final Map<String, Class<?>> RECORDS = RecordGraph.of(
                    ResourceMethods.of(new HubApplication().getClasses()))
            .records();

    static Stream<Map.Entry<String, Object>> examples() {
        return Examples.read().entrySet().stream();
    }

    /** Unknown members and other types are refused, as in requests. */
    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadAsWhatItIsAnExampleOf(Map.Entry<String, Object> example) throws JsonProcessingException {
        Class<?> record = Objects.requireNonNull(RECORDS.get(example.getKey().replaceFirst("^New", "")));
        byte[] body = new JsonMapper().writeValueAsString(example.getValue()).getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> JsonBody.read(body, record)).doesNotThrowAnyException();
    }
}
