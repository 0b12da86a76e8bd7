package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jackstaff.system.FortyFlags.Answer;
import java.util.Map;
import java.util.TreeMap;

/** What one of OpenFeature's SDKs says of a flag. */
record OfrepAnswer(String value, String variant, String reason) {
    /** What an SDK should say, given what the edge answers. */
    static Map<String, OfrepAnswer> expected(Map<String, Answer> answers) {
        Map<String, OfrepAnswer> expected = new TreeMap<>();
        answers.forEach((flag, answer) ->
                expected.put(flag, new OfrepAnswer(text(answer.value()), answer.variant(), answer.reason())));
        return expected;
    }

    /** What an SDK says, each flag asked for by its type. */
    static Map<String, OfrepAnswer> ask(ScriptProcess sdk, Map<String, Answer> answers, Map<String, String> context) {
        Map<String, String> types = new TreeMap<>();
        answers.forEach((flag, answer) -> types.put(flag, type(answer.value())));
        JsonNode all = sdk.ask("evaluate", Map.of("types", types, "context", context));
        Map<String, OfrepAnswer> said = new TreeMap<>();
        all.properties().forEach(entry -> said.put(entry.getKey(), of(entry.getValue())));
        return said;
    }

    private static OfrepAnswer of(JsonNode details) {
        return new OfrepAnswer(
                text(details.path("value")),
                details.path("variant").asText(),
                details.path("reason").asText());
    }

    /** A flag without a value is asked for as a truth value, whose default is false. */
    private static String type(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "integer" : "float";
        }
        return value.isTextual() ? "string" : value.isContainerNode() ? "object" : "boolean";
    }

    /** JavaScript has one kind of number, and writes 10.0 as 10. */
    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isMissingNode() ? "false" : value.toString();
    }
}
