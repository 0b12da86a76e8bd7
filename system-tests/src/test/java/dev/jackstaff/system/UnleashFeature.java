package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.system.FortyFlags.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client of Unleash has of a feature.
 *
 * @param variant {@code disabled} for none
 * @param payload empty for none; JSON without blanks
 */
record UnleashFeature(boolean enabled, String variant, String payloadType, String payload) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "disabled";

    /** What a client should have, given what OpenFeature's are told. A boolean is said by being on alone. */
    static UnleashFeature expected(Answer answer) {
        boolean valued = answer.enabled() && !answer.isBoolean();
        return valued
                ? new UnleashFeature(true, answer.variant(), type(answer.value()), compact(answer.value()))
                : new UnleashFeature(answer.enabled(), NONE, "", "");
    }

    static UnleashFeature of(JsonNode feature) {
        JsonNode variant = feature.path("variant");
        JsonNode payload = variant.path("payload");
        return of(
                feature.path("enabled").asBoolean(),
                variant.path("name").asText(),
                payload.path("type").asText(),
                payload.path("value").asText());
    }

    static UnleashFeature of(boolean enabled, String variant, String payloadType, String payload) {
        return variant.equals(NONE)
                ? new UnleashFeature(enabled, NONE, "", "")
                : new UnleashFeature(
                        enabled, variant, payloadType, payloadType.equals("json") ? compact(payload) : payload);
    }

    private static String type(JsonNode value) {
        return value.isContainerNode() ? "json" : value.isNumber() ? "number" : "string";
    }

    private static String compact(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String compact(String json) {
        try {
            return JSON.readTree(json).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, UnleashFeature> expected(Map<String, Answer> answers) {
        Map<String, UnleashFeature> expected = new TreeMap<>();
        answers.forEach((flag, answer) -> expected.put(flag, UnleashFeature.expected(answer)));
        return expected;
    }

    static Map<String, UnleashFeature> byName(JsonNode features) {
        Map<String, UnleashFeature> named = new TreeMap<>();
        features.properties().forEach(feature -> named.put(feature.getKey(), UnleashFeature.of(feature.getValue())));
        return named;
    }
}
