package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.jackstaff.edge.upstream.client.EventStreamReader;
import dev.jackstaff.edge.upstream.client.LocalServer;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnleashApiClientTest {
    private static final String FEATURES = "/api/client/features";
    private static final String STREAM = "/api/client/streaming";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final UnleashToken TOKEN =
            new UnleashToken("*:production.secret", Credential.Kind.SERVER, TokenScope.of(List.of("*"), "production"));

    private final LocalServer server;
    private final UnleashApiClient client;

    UnleashApiClientTest() throws IOException {
        server = LocalServer.start();
        EdgeSettings settings = EdgeSettings.of(Map.of(
                "UPSTREAM_URL", server.url() + "/api/",
                "CUSTOM_CLIENT_HEADERS", "X-Tenant: blue",
                "APP_NAME", "north"));
        client = new UnleashApiClient(
                UnleashUpstreamSettings.of(settings), new UpstreamClient(settings, LIMIT), Instant.EPOCH);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTokenIsCheckedWhereItsClientsUseItAndNothingComesTwice() throws IOException {
        UnleashToken frontend = new UnleashToken(
                "*:production.page", Credential.Kind.CLIENT, TokenScope.of(List.of("*"), "production"));
        server.answer(FEATURES, 200, Map.of("ETag", "\"7\""), "{}");
        server.answer("/api/frontend", 401, "");

        assertThat(client.refuses(TOKEN)).isFalse();
        assertThat(client.refuses(frontend)).isTrue();
        server.answer(FEATURES, 304, "");
        assertThat(client.refuses(TOKEN)).isFalse();
        server.answer(FEATURES, 403, "");
        assertThat(client.refuses(TOKEN)).isFalse();

        assertThat(server.requests.get(0).header("Authorization")).isEqualTo(TOKEN.secret());
        assertThat(server.requests.get(0).header("Unleash-Interval")).isNotEmpty();
        assertThat(server.requests.get(1).header("Authorization")).isEqualTo(frontend.secret());
        assertThat(server.requests.get(2).header("If-None-Match")).isEqualTo("\"7\"");
    }

    @Test
    void tokensAreValidatedWithTheCommonHeaders() throws IOException {
        server.answer(
                "/edge/validate",
                200,
                "{\"tokens\":[{\"token\":\"*:production.secret\",\"type\":\"client\",\"environment\":\"production\",\"projects\":[\"*\"]}]}");

        assertThat(client.validateTokens(List.of(TOKEN.secret(), "other"))).containsExactly(TOKEN);
        LocalServer.Request request = server.requests.get(0);
        assertThat(request.body()).isEqualTo("{\"tokens\":[\"*:production.secret\",\"other\"]}");
        assertThat(request.header("X-Tenant")).isEqualTo("blue");
        assertThat(request.header("UNLEASH-APPNAME")).isEqualTo("north");
        assertThat(request.header("Authorization")).isEmpty();
    }

    @Test
    void anAnswerWithoutTokensIsAnError() {
        server.answer("/edge/validate", 200, "[]");
        assertThatIOException()
                .isThrownBy(() -> client.validateTokens(List.of("a")))
                .withMessageContaining("did not answer tokens");

        server.answer("/edge/validate", 400, "");
        assertThatExceptionOfType(UnleashApiClient.UnexpectedStatusException.class)
                .isThrownBy(() -> client.validateTokens(List.of("a")))
                .matches(UnleashApiClient.UnexpectedStatusException::isBadRequest);
    }

    @Test
    void featuresAreNewUnchangedOrRejected() throws IOException {
        server.answer(FEATURES, 200, Map.of("ETag", "\"7\""), "{\"version\":2}");
        FeaturesResponse fetched = client.fetchFeatures(TOKEN, null);
        assertThat(fetched).isInstanceOfSatisfying(FeaturesResponse.Document.class, document -> {
            assertThat(document.text().json()).isEqualTo("{\"version\":2}");
            assertThat(document.etag()).isEqualTo("\"7\"");
        });
        assertThat(server.requests.get(0).header("Authorization")).isEqualTo(TOKEN.secret());

        server.answer(FEATURES, 304, "");
        assertThat(client.fetchFeatures(TOKEN, "\"7\"")).isEqualTo(new FeaturesResponse.Unchanged(Duration.ZERO));
        assertThat(server.requests.get(1).header("If-None-Match")).isEqualTo("\"7\"");

        server.answer(FEATURES, 403, "");
        assertThat(client.fetchFeatures(TOKEN, null)).isEqualTo(new FeaturesResponse.Rejected(403));
    }

    @Test
    void anotherStatusOrDocumentIsAnError() {
        server.answer(FEATURES, 503, "");
        assertThatIOException()
                .isThrownBy(() -> client.fetchFeatures(TOKEN, null))
                .withMessageContaining("503");

        server.answer(FEATURES, 200, "[]");
        assertThatIOException()
                .isThrownBy(() -> client.fetchFeatures(TOKEN, null))
                .withMessageContaining("JSON");
    }

    @Test
    void theStreamOfChangesIsReadOrRefused() throws IOException, InterruptedException {
        server.answer(STREAM, 200, "event: unleash-updated\ndata: {}\n\n");
        try (UpstreamStream stream = client.openChangeStream(TOKEN, LIMIT)) {
            assertThat(new EventStreamReader(stream.bytes(), 1_000).next())
                    .extracting(EventStreamReader.Event::name)
                    .isEqualTo("unleash-updated");
        }
        assertThat(server.requests.get(0).header("Accept")).isEqualTo("text/event-stream");

        server.answer(STREAM, 404, "");
        assertThatExceptionOfType(UnleashApiClient.UnexpectedStatusException.class)
                .isThrownBy(() -> client.openChangeStream(TOKEN, LIMIT))
                .matches(UnleashApiClient.UnexpectedStatusException::isUnsupported);
    }

    @Test
    void theEdgeRegistersWithTheTimeOfItsStart() throws IOException {
        server.answer("/api/client/register", 202, "");

        client.registerEdge(TOKEN);

        assertThat(server.requests.get(0).body())
                .contains(
                        "\"appName\":\"north\"",
                        "\"environment\":\"production\"",
                        "\"started\":\"1970-01-01T00:00:00Z\"");
    }
}
