package dev.jackstaff.protocols.flexflag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flag of one environment as FlexFlag's servers write it. FlexFlag has no words for our rules: its {@code default} is what
 * everybody gets for whom no rule decides.
 *
 * @param definition what the environment decides
 * @param about what else is known of it
 */
public record FlexflagFlag(FlagDefinition definition, About about) {
    /**
     * What a flag is besides its decision.
     *
     * @param project its key, which is FlexFlag's slug
     * @param createdAt null where that is not known
     */
    public record About(
            String project,
            String environment,
            String name,
            String description,
            List<String> tags,
            @Nullable Instant createdAt,
            Instant updatedAt) {
        public About {
            tags = List.copyOf(tags);
        }
    }

    /** Writes the flag as one object. */
    public void write(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        writeMembers(generator);
        generator.writeEndObject();
    }

    /** Writes what the object has. */
    public void writeMembers(JsonGenerator generator) throws IOException {
        generator.writeStringField("id", id());
        generator.writeStringField("project_id", about.project());
        generator.writeStringField("key", definition.key());
        generator.writeStringField("name", about.name());
        generator.writeStringField("description", about.description());
        generator.writeStringField("type", type());
        generator.writeBooleanField("enabled", definition.enabled());
        generator.writeFieldName("default");
        generator.writeRawValue(usual());
        variations(generator);
        generator.writeNullField("targeting");
        generator.writeStringField("environment", about.environment());
        generator.writeArrayFieldStart("tags");
        for (String tag : about.tags()) {
            generator.writeString(tag);
        }
        generator.writeEndArray();
        generator.writeObjectFieldStart("metadata");
        generator.writeEndObject();
        if (about.createdAt() != null) {
            generator.writeStringField("created_at", about.createdAt().toString());
        }
        generator.writeStringField("updated_at", about.updatedAt().toString());
    }

    /** The same for the same flag of the same environment, at every call and on every host. */
    private String id() {
        String place = about.project() + "/" + about.environment() + "/" + definition.key();
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String type() {
        return switch (definition.type()) {
            case BOOLEAN -> "boolean";
            case STRING -> "string";
            case INTEGER, NUMBER -> "number";
            case JSON -> "json";
        };
    }

    private void variations(JsonGenerator generator) throws IOException {
        generator.writeArrayFieldStart("variations");
        for (VariantDefinition variant : definition.variants()) {
            generator.writeStartObject();
            generator.writeStringField("id", variant.key());
            generator.writeStringField("name", variant.key());
            generator.writeFieldName("value");
            generator.writeRawValue(variant.value().json());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    /** The value that everybody gets for whom no rule decides, as JSON. */
    String usual() {
        String variant = definition.fallthrough() instanceof OutcomeDefinition.Serve serve
                ? serve.variant()
                : definition.offVariant();
        Optional<String> value = definition.variants().stream()
                .filter(known -> known.key().equals(variant))
                .map(known -> known.value().json())
                .findFirst();
        return value.orElseGet(() -> nothing(definition.type()));
    }

    private static String nothing(ValueType type) {
        return switch (type) {
            case BOOLEAN -> "false";
            case STRING -> "\"\"";
            case INTEGER, NUMBER -> "0";
            case JSON -> "null";
        };
    }
}
