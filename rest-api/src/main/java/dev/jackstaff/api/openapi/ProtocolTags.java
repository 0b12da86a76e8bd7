package dev.jackstaff.api.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jackstaff.protocols.http.InstalledProtocols;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;

/** The tags that protocols of the hub bring with their pieces of the document, where each tag must stand once. */
final class ProtocolTags {
    private ProtocolTags() {}

    static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (URL piece : InstalledProtocols.hubOpenApiPieces()) {
            try (InputStream in = piece.openStream()) {
                new JsonMapper()
                        .readTree(in)
                        .path("tags")
                        .forEach(tag -> names.add(tag.path("name").asText()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return names;
    }
}
