package dev.jackstaff.edge.upstream.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.jackstaff.edge.upstream.client.LocalServer;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlagsmithApiClientTest {
    private static final String PATH = "/api/v1/environment-document/";
    private static final FlagsmithKeyPair KEYS = new FlagsmithKeyPair("ser.secret", "client");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final LocalServer server;
    private final FlagsmithApiClient client;

    FlagsmithApiClientTest() throws IOException {
        server = LocalServer.start();
        client = new FlagsmithApiClient(
                new FlagsmithUpstreamSettings(server.url() + "/api/v1", List.of(KEYS), LIMIT, LIMIT),
                new UpstreamClient(EdgeSettings.of(Map.of()), LIMIT));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDocumentComesWithTheTimeOfItsLastChange() throws IOException, InterruptedException {
        server.answer(PATH, 200, Map.of("Last-Modified", "then"), "{\"id\":7}");

        FlagsmithApiClient.FetchedDocument fetched =
                client.fetchDocument(KEYS, null).orElseThrow();

        assertThat(fetched.document().json()).isEqualTo("{\"id\":7,\"identity_overrides\":[]}");
        assertThat(fetched.lastModified()).isEqualTo("then");
        assertThat(server.requests.get(0).header("X-Environment-Key")).isEqualTo("ser.secret");
    }

    @Test
    void theOverridesOfAllPagesAreJoined() throws IOException, InterruptedException {
        server.answer(
                PATH,
                200,
                Map.of("Link", "<" + PATH + "?page=2>; rel=\"next\""),
                "{\"id\":7,\"identity_overrides\":[{\"a\":1}]}");
        server.answer(PATH + "?page=2", 200, "{\"id\":7,\"identity_overrides\":[{\"b\":2},{\"c\":3}]}");

        assertThat(client.fetchDocument(KEYS, null).orElseThrow().document().json())
                .isEqualTo("{\"id\":7,\"identity_overrides\":[{\"a\":1},{\"b\":2},{\"c\":3}]}");
    }

    @Test
    void aPageAtAnotherServerIsNotAskedForWithTheKey() throws IOException {
        try (LocalServer another = LocalServer.start()) {
            server.answer(PATH, 200, Map.of("Link", "<" + another.url() + "/>; rel=\"next\""), "{\"id\":7}");

            assertThatIOException()
                    .isThrownBy(() -> client.fetchDocument(KEYS, null))
                    .withMessageContaining("another server");
            assertThat(another.requests).isEmpty();
        }
    }

    @Test
    void anUnchangedDocumentIsNotRead() throws IOException, InterruptedException {
        server.answer(PATH, 304, "");

        assertThat(client.fetchDocument(KEYS, "then")).isEmpty();
        assertThat(server.requests.get(0).header("If-Modified-Since")).isEqualTo("then");
        assertThatIOException().isThrownBy(() -> client.fetchDocument(KEYS, null));
    }

    @Test
    void aRefusalAndAnotherDocumentAreErrors() {
        assertThatIOException()
                .isThrownBy(() -> client.fetchDocument(KEYS, null))
                .withMessageContaining("404");

        server.answer(PATH, 200, "<html>");
        assertThatIOException()
                .isThrownBy(() -> client.fetchDocument(KEYS, null))
                .withMessageContaining("JSON");
    }
}
