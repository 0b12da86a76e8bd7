package dev.jackstaff.protocols;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a JSON document to memory, as UTF-8. */
public final class JsonBytes {
    private JsonBytes() {}

    /** What is written. */
    @FunctionalInterface
    public interface Writing {
        void to(JsonGenerator generator) throws IOException;
    }

    /** One object, whose members are written. */
    public static byte[] object(Writing members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = JsonText.FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            members.to(generator);
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
