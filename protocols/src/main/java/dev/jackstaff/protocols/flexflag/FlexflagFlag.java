package dev.jackstaff.protocols.flexflag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.EnvironmentAddress;
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
 * A flag of one environment as FlexFlag's servers write it. FlexFlag cannot express native rules: its {@code default}
 * is the value for everybody that no rule targets.
 *
 * @param definition the environment's definition of the flag
 * @param metadata the flag's descriptive data
 */
public record FlexflagFlag(FlagDefinition definition, FlagMetadata metadata) {
    /**
     * A flag's descriptive data.
     *
     * @param project its key, which is FlexFlag's slug
     * @param createdAt null if it is not known
     */
    public record FlagMetadata(
            String project,
            String environment,
            String name,
            String description,
            List<String> tags,
            @Nullable Instant createdAt,
            Instant updatedAt) {
        public FlagMetadata {
            tags = List.copyOf(tags);
        }
    }

    /** Writes the flag as one object. */
    public void write(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        writeMembers(generator);
        generator.writeEndObject();
    }

    /** Writes the members of the object. */
    public void writeMembers(JsonGenerator generator) throws IOException {
        generator.writeStringField("id", id());
        generator.writeStringField("project_id", metadata.project());
        generator.writeStringField("key", definition.key());
        generator.writeStringField("name", metadata.name());
        generator.writeStringField("description", metadata.description());
        generator.writeStringField("type", type());
        generator.writeBooleanField("enabled", definition.enabled());
        generator.writeFieldName("default");
        generator.writeRawValue(defaultValue());
        variations(generator);
        generator.writeNullField("targeting");
        generator.writeStringField("environment", metadata.environment());
        generator.writeArrayFieldStart("tags");
        for (String tag : metadata.tags()) {
            generator.writeString(tag);
        }
        generator.writeEndArray();
        generator.writeObjectFieldStart("metadata");
        generator.writeEndObject();
        if (metadata.createdAt() != null) {
            generator.writeStringField("created_at", metadata.createdAt().toString());
        }
        generator.writeStringField("updated_at", metadata.updatedAt().toString());
    }

    /** The flag's id: the same at every call and on every host. */
    private String id() {
        EnvironmentAddress environment = new EnvironmentAddress(metadata.project(), metadata.environment());
        String flag = environment + "/" + definition.key();
        return UUID.nameUUIDFromBytes(flag.getBytes(StandardCharsets.UTF_8)).toString();
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

    /** The value for everybody that no rule targets, as JSON. */
    String defaultValue() {
        String variant = definition.fallthrough() instanceof OutcomeDefinition.Serve serve
                ? serve.variant()
                : definition.offVariant();
        Optional<String> value = definition.variants().stream()
                .filter(known -> known.key().equals(variant))
                .map(known -> known.value().json())
                .findFirst();
        return value.orElseGet(() -> emptyValue(definition.type()));
    }

    private static String emptyValue(ValueType type) {
        return switch (type) {
            case BOOLEAN -> "false";
            case STRING -> "\"\"";
            case INTEGER, NUMBER -> "0";
            case JSON -> "null";
        };
    }
}
