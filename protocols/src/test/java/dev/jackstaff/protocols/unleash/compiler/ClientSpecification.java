package dev.jackstaff.protocols.unleash.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.protocols.unleash.DeltaReader;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.UnleashContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cases of the client specification that the build fetched. */
final class ClientSpecification {
    private static final Path PLACE =
            Path.of(System.getProperty("unleash.specification", "target/unleash-specification"), "specifications");

    private ClientSpecification() {}

    /**
     * One case.
     *
     * @param expected true or false, or a variant
     */
    record Case(String name, FeaturesDocument document, EvaluationContext context, String feature, JsonNode expected) {
        boolean ofVariant() {
            return expected.isObject();
        }
    }

    static boolean fetched() {
        return Files.isReadable(PLACE.resolve("index.json"));
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (JsonNode file : json(PLACE.resolve("index.json"))) {
            JsonNode specification = json(PLACE.resolve(file.asText()));
            FeaturesDocument document = document(specification.get("state"));
            for (String kind : List.of("tests", "variantTests")) {
                for (JsonNode test : specification.path(kind)) {
                    cases.add(new Case(
                            specification.get("name").asText() + ": "
                                    + test.get("description").asText(),
                            document,
                            context(test.get("context")),
                            test.get("toggleName").asText(),
                            test.get("expectedResult")));
                }
            }
        }
        return cases;
    }

    private static FeaturesDocument document(JsonNode state) {
        return state.has("events")
                ? DeltaReader.read(state.toString()).applyTo(FeaturesDocument.EMPTY)
                : FeaturesDocumentReader.read(state.toString());
    }

    private static EvaluationContext context(JsonNode context) {
        return UnleashContext.of(members(context), members(context.path("properties")))
                .randomId(4711)
                .build();
    }

    private static Map<String, @Nullable Object> members(JsonNode object) {
        Map<String, @Nullable Object> members = new HashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), scalar(member.getValue())));
        return members;
    }

    private static @Nullable Object scalar(JsonNode value) {
        return value.isBoolean()
                ? (Object) value.booleanValue()
                : value.isNumber() ? value.numberValue() : value.textValue();
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
