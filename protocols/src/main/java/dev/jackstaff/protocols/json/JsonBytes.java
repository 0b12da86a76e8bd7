package dev.jackstaff.protocols.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON objects written to memory as UTF-8. */
public final class JsonBytes {
    private JsonBytes() {}

    /** A writer of JSON content. */
    @FunctionalInterface
    public interface JsonContent {
        void writeTo(JsonGenerator generator) throws IOException;
    }

    /** An object with the members that are written. */
    public static byte[] object(JsonContent members) {
        return document(generator -> {
            generator.writeStartObject();
            members.writeTo(generator);
            generator.writeEndObject();
        });
    }

    /** A document of any kind, written as a whole. */
    public static byte[] document(JsonContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = JsonText.FACTORY.createGenerator(bytes)) {
            content.writeTo(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
