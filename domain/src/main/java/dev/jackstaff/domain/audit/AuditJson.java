package dev.jackstaff.domain.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A builder of the JSON object that describes a resource in the audit trail. Not thread-safe. */
public final class AuditJson {
    private final StringWriter text = new StringWriter();
    private final JsonGenerator generator;

    public AuditJson() {
        try {
            generator = JsonText.FACTORY.createGenerator(text);
            generator.writeStartObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public AuditJson text(String name, String value) {
        return member(() -> generator.writeStringField(name, value));
    }

    public AuditJson bool(String name, boolean value) {
        return member(() -> generator.writeBooleanField(name, value));
    }

    public AuditJson number(String name, long value) {
        return member(() -> generator.writeNumberField(name, value));
    }

    public AuditJson strings(String name, List<String> values) {
        return member(() -> {
            generator.writeArrayFieldStart(name);
            for (String value : values) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        });
    }

    /** Adds a member whose value is JSON already. */
    public AuditJson json(String name, String json) {
        return member(() -> {
            generator.writeFieldName(name);
            generator.writeRawValue(json);
        });
    }

    /** Ends the object and returns it; nothing can be added after this. */
    public String toJson() {
        member(generator::close);
        return text.toString();
    }

    private AuditJson member(MemberWriter writing) {
        try {
            writing.write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    @FunctionalInterface
    private interface MemberWriter {
        void write() throws IOException;
    }
}
