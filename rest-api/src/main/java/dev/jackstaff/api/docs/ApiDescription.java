package dev.jackstaff.api.docs;

import dev.jackstaff.protocols.docs.OpenApiDocument;
import dev.jackstaff.protocols.http.InstalledProtocols;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The OpenAPI document of the hub: what the build describes of the API's resources, the grammar of rules, and the pieces of the
 * protocols that the hub serves.
 */
public final class ApiDescription {
    /** The name of the document beside the page that shows it. */
    static final String FILE = "openapi.json";

    private static final byte[] DOCUMENT = assemble();

    private ApiDescription() {}

    /** The document in JSON, UTF-8. The bytes are the caller's. */
    public static byte[] document() {
        return DOCUMENT.clone();
    }

    private static byte[] assemble() {
        List<URL> pieces = Stream.concat(
                        Stream.of(resource("definitions.json")), InstalledProtocols.hubOpenApiPieces().stream())
                .toList();
        try (InputStream generated = resource(FILE).openStream()) {
            return new OpenApiDocument(pieces).assemble(generated.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(ApiDescription.class.getResource(name), name);
    }
}
