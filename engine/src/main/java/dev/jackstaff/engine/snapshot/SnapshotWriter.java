package dev.jackstaff.engine.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The writer of snapshot documents. Equal snapshots give equal bytes. */
public final class SnapshotWriter {
    private SnapshotWriter() {}

    /**
     * The document in UTF-8. Its head (format, project, environment, revision, environment id) comes first, so that it
     * can be read alone.
     */
    public static byte[] write(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator generator = JsonText.FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            generator.writeNumberField("format", Snapshot.FORMAT);
            generator.writeStringField("project", snapshot.project());
            generator.writeStringField("environment", snapshot.environment());
            generator.writeNumberField("revision", snapshot.revision());
            generator.writeStringField("environmentId", snapshot.environmentId());
            generator.writeStringField("changedAt", snapshot.changedAt().toString());
            generator.writeArrayFieldStart("flags");
            for (FlagDefinition flag : snapshot.flags()) {
                flag(generator, flag);
            }
            generator.writeEndArray();
            generator.writeArrayFieldStart("segments");
            for (SegmentDefinition segment : snapshot.segments()) {
                generator.writeStartObject();
                generator.writeStringField("key", segment.key());
                generator.writeFieldName("condition");
                DefinitionWriter.condition(generator, segment.condition());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            credentials(generator, "credentials", snapshot.credentials());
            if (!snapshot.edgeCredentials().isEmpty()) {
                credentials(generator, "edges", snapshot.edgeCredentials());
            }
            ForeignDocument foreign = snapshot.foreign();
            if (foreign != null) {
                generator.writeObjectFieldStart("foreign");
                generator.writeStringField("dialect", foreign.dialect());
                generator.writeFieldName("document");
                generator.writeRawValue(foreign.document().json());
                generator.writeEndObject();
            }
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void flag(JsonGenerator generator, FlagDefinition flag) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("key", flag.key());
        generator.writeStringField("type", flag.type().label());
        generator.writeBooleanField("enabled", flag.enabled());
        if (flag.serverOnly()) {
            generator.writeBooleanField("serverOnly", true);
        }
        generator.writeArrayFieldStart("variants");
        for (VariantDefinition variant : flag.variants()) {
            generator.writeStartObject();
            generator.writeStringField("key", variant.key());
            generator.writeFieldName("value");
            generator.writeRawValue(variant.value().json());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        if (flag.offVariant() != null) {
            generator.writeStringField("offVariant", flag.offVariant());
        }
        generator.writeFieldName("fallthrough");
        DefinitionWriter.outcome(generator, flag.fallthrough());
        if (!flag.prerequisites().isEmpty()) {
            generator.writeFieldName("prerequisites");
            DefinitionWriter.prerequisites(generator, flag.prerequisites());
        }
        if (!flag.rules().isEmpty()) {
            generator.writeFieldName("rules");
            DefinitionWriter.rules(generator, flag.rules());
        }
        generator.writeStringField("bucketing", flag.bucketing());
        if (!flag.metadata().isEmpty()) {
            generator.writeObjectFieldStart("metadata");
            for (Map.Entry<String, String> entry : flag.metadata().entrySet()) {
                generator.writeFieldName(entry.getKey());
                generator.writeRawValue(entry.getValue());
            }
            generator.writeEndObject();
        }
        generator.writeEndObject();
    }

    private static void credentials(JsonGenerator generator, String name, List<Credential> credentials)
            throws IOException {
        generator.writeArrayFieldStart(name);
        for (Credential credential : credentials) {
            generator.writeStartObject();
            generator.writeStringField("id", credential.id());
            generator.writeStringField("hash", credential.hash());
            generator.writeStringField("kind", credential.kind().label());
            if (credential.expiresAt() != null) {
                generator.writeStringField("expiresAt", credential.expiresAt().toString());
            }
            if (credential.everywhere()) {
                generator.writeBooleanField("everywhere", true);
            }
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }
}
