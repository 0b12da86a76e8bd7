package dev.jackstaff.protocols.docs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Set;

/**
 * An OpenAPI document that is put together from the host's own and the pieces of its protocols. A piece has the tags,
 * paths, schemas and responses of one protocol; they come before those of the host.
 */
public final class OpenApiDocument {
    private static final Set<String> SECTIONS =
            Set.of("/tags", "/paths", "/components/schemas", "/components/responses");

    private final List<URL> pieces;

    public OpenApiDocument(List<URL> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * The whole document, UTF-8.
     *
     * @param host the host's own document, which has every section that a piece has
     */
    public byte[] assemble(byte[] host) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(host.length);
        try (JsonParser parser = JsonText.FACTORY.createParser(host);
                JsonGenerator generator = JsonText.FACTORY.createGenerator(bytes)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
                String section = section(parser);
                if (SECTIONS.contains(section)) {
                    copyFromPieces(section, generator);
                }
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return bytes.toByteArray();
    }

    /** The path of the object or array that begins at the current token; empty at any other token. */
    private static String section(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return token.isStructStart()
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    private void copyFromPieces(String section, JsonGenerator generator) throws IOException {
        for (URL piece : pieces) {
            try (InputStream in = piece.openStream();
                    JsonParser parser = JsonText.FACTORY.createParser(in)) {
                while (parser.nextToken() != null) {
                    if (section(parser).equals(section)) {
                        copyMembers(parser, generator);
                    }
                }
            }
        }
    }

    private static void copyMembers(JsonParser parser, JsonGenerator generator) throws IOException {
        while (!parser.nextToken().isStructEnd()) {
            generator.copyCurrentStructure(parser);
        }
    }
}
