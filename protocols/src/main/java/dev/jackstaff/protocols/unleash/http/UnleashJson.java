package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Small documents as UTF-8 bytes. */
final class UnleashJson {
    private UnleashJson() {}

    /** Writes a document. */
    @FunctionalInterface
    interface JsonContent {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static byte[] bytes(JsonContent writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(bytes)) {
            writing.writeTo(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
