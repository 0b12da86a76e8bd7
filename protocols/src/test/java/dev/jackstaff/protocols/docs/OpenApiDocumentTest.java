package dev.jackstaff.protocols.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.http.Protocol;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiDocumentTest {
    private static final String HOST =
            "{\"openapi\":\"3.0.3\",\"tags\":[{\"name\":\"Health\"}],\"paths\":{\"/health\":{}},"
                    + "\"components\":{\"responses\":{},\"schemas\":{\"Shared\":{}}}}";
    private static final ObjectMapper JSON = new ObjectMapper(JsonText.FACTORY);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path place;

    @Test
    void withoutPiecesTheDocumentIsTheHosts() {
        assertThat(assembled(List.of())).isEqualTo(HOST);
    }

    @Test
    void thePiecesStandInTheirSectionsBeforeWhatTheHostHas() throws IOException {
        URL flags = piece("{\"tags\":[{\"name\":\"Flags\"}],\"paths\":{\"/flags\":{\"get\":{\"tags\":[\"Flags\"]}}},"
                + "\"components\":{\"schemas\":{\"Flag\":{}}}}");
        URL words = piece("{\"paths\":{\"/words\":{}}}");

        assertThat(assembled(List.of(flags, words)))
                .isEqualTo("{\"openapi\":\"3.0.3\",\"tags\":[{\"name\":\"Flags\"},{\"name\":\"Health\"}],"
                        + "\"paths\":{\"/flags\":{\"get\":{\"tags\":[\"Flags\"]}},\"/words\":{},\"/health\":{}},"
                        + "\"components\":{\"responses\":{},\"schemas\":{\"Flag\":{},\"Shared\":{}}}}");
    }

    @Test
    void noTwoInstalledProtocolsDescribeTheSamePathOrSchema() throws IOException {
        byte[] assembled = new OpenApiDocument(InstalledProtocols.openApiPieces())
                .assemble(HOST.replace("/health", "/other").getBytes(StandardCharsets.UTF_8));

        assertThat(JSON.readTree(assembled).path("paths").size()).isGreaterThan(40); // duplicates are refused
    }

    static Stream<Protocol> protocols() {
        return InstalledProtocols.all().stream();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void anInstalledProtocolDescribesItselfAndNothingElse(Protocol protocol) throws IOException {
        JsonNode piece = JSON.readTree(protocol.openApiPiece().orElseThrow().openStream());
        List<String> foreign = new ArrayList<>();
        piece.path("paths").fieldNames().forEachRemaining(path -> {
            if (!protocol.owns(path.split("\\{", 2)[0])) {
                foreign.add(path);
            }
        });

        assertThat(piece.path("paths")).isNotEmpty();
        assertThat(Set.of("/health", "/ready"))
                .containsAll(foreign); // health checks are wherever a client looks for them
    }

    private URL piece(String document) throws IOException {
        Path file = Files.createTempFile(place, "piece", ".json");
        return Files.writeString(file, document).toUri().toURL();
    }

    private static String assembled(List<URL> pieces) {
        return new String(
                new OpenApiDocument(pieces).assemble(HOST.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
