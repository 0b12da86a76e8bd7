package dev.jackstaff.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonBodyTest {
    record Wrapper(
            @Nullable String text,
            @Nullable Boolean truth,
            @Nullable Integer whole,
            @Nullable List<@Nullable String> texts,
            @Nullable List<@Nullable RuleDefinition> rules,
            @Nullable ConditionDefinition condition,
            @Nullable JsonText value,
            @Nullable Wrapper inner) {}

    @Test
    void bodyIsReadAsItsRecord() {
        Wrapper read = read("{\"text\":\"ü\",\"truth\":true,\"whole\":7,\"texts\":[\"a\"],\"value\":{ \"b\": 1.50 }}");

        assertThat(read.text()).isEqualTo("ü");
        assertThat(read.truth()).isTrue();
        assertThat(read.whole()).isEqualTo(7);
        assertThat(read.texts()).containsExactly("a");
        assertThat(read.value()).isEqualTo(JsonText.parse("{\"b\":1.50}"));
        assertThat(read.condition()).isNull();
    }

    @Test
    void definitionsAreReadAndWrittenInTheEnginesGrammar() {
        String json = "{\"attribute\":\"country\",\"operator\":\"IN\",\"values\":[\"SE\"]}";

        Wrapper read = read("{\"condition\":" + json + "}");

        assertThat(read.condition()).isEqualTo(ConditionDefinition.Comparison.of("country", Operator.IN, "SE"));
        assertThat(new String(JsonBody.write(read), StandardCharsets.UTF_8)).contains("\"condition\":" + json);
    }

    @Test
    void nullIsAValueWhereAnyJsonIs() {
        assertThat(read("{\"value\":null}").value()).isEqualTo(JsonText.parse("null"));
        assertThat(read("{}").value()).isNull();
    }

    static Stream<Arguments> mistyped() {
        return Stream.of(
                argumentSet("unknown member", "{\"inner\":{\"colour\":1}}", "inner.colour", "not a known member"),
                argumentSet("number for a text", "{\"text\":5}", "text", "must be a string"),
                argumentSet("boolean for a text", "{\"text\":true}", "text", "must be a string"),
                argumentSet("object for a text", "{\"text\":{}}", "text", "must be a string"),
                argumentSet("text for a boolean", "{\"truth\":\"true\"}", "truth", "must be true or false"),
                argumentSet("number for a boolean", "{\"truth\":1}", "truth", "must be true or false"),
                argumentSet("fraction for an integer", "{\"whole\":1.5}", "whole", "must be an integer"),
                argumentSet("text for an integer", "{\"whole\":\"1\"}", "whole", "must be an integer"),
                argumentSet("text for an array", "{\"texts\":\"a\"}", "texts", "must be an array"),
                argumentSet("number in an array of texts", "{\"texts\":[\"a\",1]}", "texts[1]", "must be a string"),
                argumentSet("array for an object", "{\"inner\":[]}", "inner", "must be an object"),
                argumentSet("array as the body", "[]", "", "must be an object"),
                argumentSet("null as the body", "null", "", "an object, not null"),
                argumentSet("rule that is null", "{\"rules\":[null]}", "rules[0]", "an object"),
                argumentSet("rule without an outcome", "{\"rules\":[{}]}", "rules[0]", "needs an \"outcome\""),
                argumentSet("condition that is null", "{\"condition\":null}", "condition", "an object"));
    }

    @ParameterizedTest
    @MethodSource("mistyped")
    void whatIsOfAnotherShapeIsRefusedWithItsPath(String body, String field, String message) {
        Violation violation = violation(body);

        assertThat(violation.field()).isEqualTo(field);
        assertThat(violation.message()).contains(message);
    }

    @Test
    void everyMistakeIsReportedWithThePlaceWhereItWasSent() {
        byte[] body = ("{\"text\":5,\"truth\":\"true\",\"colour\":{\"a\":1},\"texts\":[1,\"a\",2,3],"
                        + "\"inner\":{\"whole\":1.5,\"size\":1,\"texts\":{}},\"rules\":[null,{}],\"condition\":null}")
                .getBytes(StandardCharsets.UTF_8);

        Problem problem = catchThrowableOfType(
                        ProblemException.class,
                        () -> JsonBody.read(
                                body, Wrapper.class, List.of("whole", "text", "value/inner", "missing/absent")))
                .problem();

        assertThat(problem.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "text",
                        "truth",
                        "colour",
                        "texts[0]",
                        "texts[2]",
                        "texts[3]",
                        "inner.whole",
                        "inner.size",
                        "inner.texts",
                        "rules[0]",
                        "rules[1]",
                        "condition",
                        "whole",
                        "missing");
        assertThat(problem.detail()).isEqualTo("14 errors; see violations");
    }

    @Test
    void membersThatAreMissingAreReportedTogether() {
        Problem problem = catchThrowableOfType(
                        ProblemException.class,
                        () -> JsonBody.read(
                                "{\"text\":null}".getBytes(StandardCharsets.UTF_8),
                                Wrapper.class,
                                List.of("text", "whole")))
                .problem();

        assertThat(problem.violations())
                .containsExactly(new Violation("text", "is required"), new Violation("whole", "is required"));
    }

    @Test
    void manyMistakesAreReportedUpToALimit() {
        String body =
                IntStream.range(0, 500).mapToObj(i -> "\"m" + i + "\":0").collect(Collectors.joining(",", "{", "}"));

        assertThat(problem(body.getBytes(StandardCharsets.UTF_8)).violations()).hasSize(20);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                argumentSet("nothing", "", 1, "is required"),
                argumentSet("truncated", "{\"text\":\n[1", 2, "start marker at line 2, column 1)"),
                argumentSet("member twice", "{\"text\":\"a\",\n\"text\":\"b\"}", 2, "Duplicate"),
                argumentSet("more than one document", "{}\n{}", 2, "after the end"),
                argumentSet("two scalars", "1 2", 1, "after the end"),
                argumentSet("null character", "{\n\"text\":\"\\u0000\"}", 2, "null character"),
                argumentSet("null character in a name", "{\n\"\\u0000\":1}", 2, "null character"),
                argumentSet("half a surrogate pair", "{\"text\":\"\\ud800\"}", 1, "surrogate"),
                argumentSet("too deep", "[".repeat(101), 1, "exceeds the maximum allowed (100)"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoJsonIsRefusedWithItsPlace(String body, int line, String reason) {
        Problem problem = problem(body.getBytes(StandardCharsets.UTF_8));

        assertThat(problem.type()).endsWith("/malformed-request");
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isPositive();
        assertThat(problem.detail()).contains(reason).doesNotContain("`");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(problem(new byte[] {'"', (byte) 0xff, '"'}).status()).isEqualTo(400);
        assertThat(problem(new byte[] {0, 0x11, 0, 0, 0, 0x11, 0, 0}).status()).isEqualTo(400);
    }

    private static Wrapper read(String body) {
        return JsonBody.read(body.getBytes(StandardCharsets.UTF_8), Wrapper.class);
    }

    private static Violation violation(String body) {
        return problem(body.getBytes(StandardCharsets.UTF_8)).violations().get(0);
    }

    private static Problem problem(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> JsonBody.read(body, Wrapper.class))
                .problem();
    }
}
