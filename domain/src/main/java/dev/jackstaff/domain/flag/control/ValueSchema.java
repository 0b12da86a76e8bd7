package dev.jackstaff.domain.flag.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.jackstaff.engine.condition.RegularExpression;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A JSON Schema (draft 2020-12) that values of a flag fit. It refers to nothing outside of itself, and validation takes time
 * linear in the sizes of schema and value: patterns are RE2's, references are followed to an end, and the product of both
 * sizes is bounded.
 */
final class ValueSchema {
    /** The maximum size of a schema, in bytes of UTF-8: 16 kB. */
    static final int MAX_BYTES = 16 * 1024;

    /** The maximum of the length of a value times that of the schema with all references written out. */
    private static final long MAX_WORK = 200_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_POINTER)
            .preloadJsonSchema(false)
            .regularExpressionFactory(pattern -> RegularExpression.compile(pattern, false)::matchesIn)
            .build();

    private final JsonSchema schema;
    private final long size;

    private ValueSchema(JsonSchema schema, long size) {
        this.schema = schema;
        this.size = size;
    }

    /**
     * The schema of a JSON text.
     *
     * @throws IllegalArgumentException if it is no schema, refers to something outside of itself, or is too large
     */
    static ValueSchema compile(String json) {
        if (json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("must have at most 16 kB");
        }
        JsonNode document = tree(json);
        if (!document.isObject()) {
            throw new IllegalArgumentException("must be a JSON object");
        }
        long size = SchemaSize.of(document);
        try {
            first(FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG).validate(document))
                    .ifPresent(problem -> {
                        throw new IllegalArgumentException("is no JSON Schema: " + problem);
                    });
            JsonSchema schema = FACTORY.getSchema(document, CONFIG);
            schema.initializeValidators();
            return new ValueSchema(schema, size);
        } catch (JsonSchemaException invalid) {
            Throwable cause = invalid.getCause() == null ? invalid : invalid.getCause();
            throw new IllegalArgumentException("is no JSON Schema: " + cause.getMessage(), invalid);
        }
    }

    /** Why a value does not fit, with the place in it; empty if it fits. */
    Optional<String> problem(String value) {
        if (size * value.length() > MAX_WORK) {
            return Optional.of("is too long to be held against the schema");
        }
        return first(schema.validate(value, InputFormat.JSON));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException("is no JSON: " + invalid.getOriginalMessage(), invalid);
        }
    }

    private static Optional<String> first(Collection<ValidationMessage> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(
                        problem -> problem.getInstanceLocation().toString()))
                .map(ValueSchema::sentence)
                .findFirst();
    }

    /** The place in the value as a JSON pointer, and what is wrong there. */
    private static String sentence(ValidationMessage problem) {
        String place = problem.getInstanceLocation().toString();
        String message = problem.getMessage();
        String reason = message.startsWith(place + ": ") ? message.substring(place.length() + 2) : message;
        return (place.isEmpty() ? "" : place + ": ") + reason;
    }
}
