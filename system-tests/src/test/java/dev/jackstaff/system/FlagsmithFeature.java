package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.system.FortyFlags.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a client of Flagsmith has of a flag.
 *
 * @param value as JSON
 */
record FlagsmithFeature(boolean enabled, String value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a client should have, given what OpenFeature's are told: a boolean is said by being on alone. */
    static FlagsmithFeature expected(Answer answer) {
        JsonNode value = answer.value();
        boolean none = value.isMissingNode() || value.isBoolean();
        boolean text = value.isContainerNode() || value.isFloatingPointNumber();
        return new FlagsmithFeature(answer.enabled(), none ? "null" : json(text ? value.toString() : value));
    }

    static FlagsmithFeature of(JsonNode flag, String value) {
        return new FlagsmithFeature(flag.path("enabled").asBoolean(), json(flag.path(value)));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, FlagsmithFeature> expected(Map<String, Answer> answers) {
        Map<String, FlagsmithFeature> expected = new TreeMap<>();
        answers.forEach((flag, answer) -> expected.put(flag, FlagsmithFeature.expected(answer)));
        return expected;
    }

    static Map<String, FlagsmithFeature> retain(Set<String> names, Map<String, FlagsmithFeature> features) {
        Map<String, FlagsmithFeature> some = new TreeMap<>(features);
        some.keySet().retainAll(names);
        return some;
    }

    /** What a client of some name says, in a program that has such. */
    static Map<String, FlagsmithFeature> queryAll(ScriptProcess program, String client, FlagsmithIdentity identity) {
        Map<String, Object> question = new HashMap<>(Map.of("name", client, "traits", identity.traits()));
        if (identity.isIdentified()) {
            question.put("identifier", identity.identifier());
        }
        Map<String, FlagsmithFeature> features = new TreeMap<>();
        program.ask("evaluate", question)
                .properties()
                .forEach(flag -> features.put(flag.getKey(), of(flag.getValue(), "value")));
        return features;
    }
}
