package dev.jackstaff.domain.flag.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueSchemaTest {
    private static final String LIMITS =
            """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["limits"],
             "properties": {"limits": {"type": "array", "items": {"$ref": "#/$defs/limit"}}},
             "$defs": {"limit": {"type": "object", "properties": {"most": {"type": "integer", "maximum": 10},
                "name": {"type": "string", "pattern": "^[a-z]+$"}}, "additionalProperties": false}}}
            """;

    static Stream<Arguments> values() {
        return Stream.of(
                argumentSet("fits", "{\"limits\":[{\"most\":10,\"name\":\"a\"}]}", ""),
                argumentSet("too large", "{\"limits\":[{\"most\":1},{\"most\":11}]}", "/limits/1/most: "),
                argumentSet("another type", "{\"limits\":[{\"most\":\"1\"}]}", "/limits/0/most: "),
                argumentSet("another pattern", "{\"limits\":[{\"name\":\"A\"}]}", "/limits/0/name: "),
                argumentSet("more than known", "{\"limits\":[{\"least\":1}]}", "/limits/0: "),
                argumentSet("less than required", "{}", "required property 'limits' not found"),
                argumentSet("no object", "7", "integer found, object expected"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatDoesNotFitIsNamedByItsPlace(String value, String problem) {
        assertThat(ValueSchema.compile(LIMITS).problem(value).orElse("")).startsWith(problem);
        assertThat(ValueSchema.compile(LIMITS).problem(value).isEmpty()).isEqualTo(problem.isEmpty());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("no object", "true", "must be a JSON object"),
                argumentSet("no schema", "{\"type\":\"text\"}", "is no JSON Schema: /type: "),
                argumentSet(
                        "no pattern of RE2", "{\"pattern\":\"(?=a)\"}", "is no JSON Schema: not a regular expression"),
                argumentSet(
                        "another draft",
                        "{\"$schema\":\"http://json-schema.org/draft-04/schema#\"}",
                        "$schema must be https://json-schema.org/draft/2020-12/schema"),
                argumentSet(
                        "another document",
                        "{\"$ref\":\"https://example.org/schema\"}",
                        "must not refer to anything outside of itself"),
                argumentSet("a file", "{\"items\":{\"$ref\":\"file:///etc/passwd\"}}", "must not refer to anything"),
                argumentSet("an id", "{\"$id\":\"https://example.org\"}", "must not have $id"),
                argumentSet("dynamic", "{\"$dynamicRef\":\"#a\"}", "must not have $dynamicRef"),
                argumentSet("nothing there", "{\"$ref\":\"#/$defs/a\"}", "has nothing at \"#/$defs/a\""),
                argumentSet("no pointer", "{\"$ref\":\"#a\"}", "must refer by a JSON pointer"),
                argumentSet("itself", "{\"items\":{\"$ref\":\"#\"}}", "must not contain itself"),
                argumentSet(
                        "a circle",
                        "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"not\":{\"$ref\":\"#/$defs/a\"}}}}",
                        "must not contain itself"),
                argumentSet("too long", "{\"title\":\"" + "a".repeat(20_000) + "\"}", "must have at most 16 kB"),
                argumentSet("doubled and doubled again", doubled(40), "is too large with its references written out"));
    }

    private static String doubled(int times) {
        StringBuilder definitions = new StringBuilder("\"d0\":{\"type\":\"object\"}");
        for (int i = 1; i <= times; i++) {
            String half = "{\"$ref\":\"#/$defs/d" + (i - 1) + "\"}";
            definitions.append(",\"d" + i + "\":{\"allOf\":[" + half + "," + half + "]}");
        }
        return "{\"$ref\":\"#/$defs/d" + times + "\",\"$defs\":{" + definitions + "}}";
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoSchemaOrHasNoBoundIsRefused(String schema, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueSchema.compile(schema))
                .withMessageStartingWith(reason);
    }

    @Test
    void theLargestSchemasAndValuesTakeNoLongTime() {
        String strings = "[" + "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa\",".repeat(2_000) + "1]";
        String patterns = "{\"items\":{\"anyOf\":[" + "{\"pattern\":\"(a+)+(a|b)*c\"},".repeat(60) + "{\"not\":{}}]}}";

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(ValueSchema.compile(patterns).problem(strings)).isPresent();
            assertThat(ValueSchema.compile(doubled(12)).problem(strings)).isPresent();
        });
    }
}
