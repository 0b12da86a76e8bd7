package dev.jackstaff.api.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The examples of schemas, from {@code examples.json}. */
final class Examples {
    private static final String RESOURCE = "examples.json";

    private Examples() {}

    static void addTo(NamedSchemas schemas) {
        read().forEach((name, example) -> schemas.get(name).setExample(example));
    }

    /** By the names of their schemas. */
    static Map<String, Object> read() {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(RESOURCE))) {
            return new JsonMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
