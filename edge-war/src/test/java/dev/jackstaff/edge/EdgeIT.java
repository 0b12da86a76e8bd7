package dev.jackstaff.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.hazelcast.map.IMap;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.grid.GridNames;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped WAR on a real Payara Micro, a lite member of a real data grid. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EdgeIT {
    private static final String KEY = "jks_server_of-the-test";
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static @Nullable HubGridMember grid;

    @ArquillianResource
    private URL edge;

    private long revision;

    @Deployment(testable = false)
    static WebArchive shippedWar() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("edge.war", "")));
    }

    @BeforeAll
    static void startGrid() {
        grid = HubGridMember.start();
    }

    @AfterAll
    static void stopGrid() {
        grid().close();
    }

    @BeforeEach
    void serveAFlag() {
        revision = System.nanoTime();
        publish(revision, true);
        awaitAnswer("\"value\":true");
        await().atMost(RECOVERY).until(() -> get("health/ready").statusCode() == 200);
    }

    @Test
    void aChangeIsFollowedWithoutRestart() {
        publish(revision + 1, false);

        awaitAnswer("\"value\":false");
        assertThat(evaluate("{}").headers().firstValue("Jackstaff-Revision")).hasValue(Long.toString(revision + 1));
    }

    @Test
    void anOlderSnapshotIsNeverServed() {
        publish(revision - 1, false);
        publish(revision + 1, true);

        awaitRevision(revision + 1);
        publish(revision, false);

        assertThat(evaluate("{}").body()).contains("\"value\":true");
    }

    @Test
    void aBrokenSnapshotIsRefusedAndTheLastGoodOneServedOn() {
        grid().put(GridNames.SNAPSHOTS, "demo/production", "{\"format\":1,".getBytes(StandardCharsets.UTF_8));
        publish(revision + 1, true);

        awaitRevision(revision + 1);
        assertThat(evaluate("{}").statusCode()).isEqualTo(200);
    }

    @Test
    void whatSomebodyWithoutTheSecretWritesIsCountedAndChangesNothing() {
        IMap<Object, Object> snapshots = grid().snapshotMap();
        for (Object forged :
                List.of(URI.create("urn:forged"), "text", SnapshotWriter.write(snapshot(revision + 1000, false)))) {
            snapshots.set("demo/production", forged);
            snapshots.set("rogue/production", forged);
            snapshots.set(URI.create("urn:forged"), forged);
            grid().sendHeartbeat(Map.of("demo/production", SnapshotHead.of(snapshot(revision, true))));
        }
        snapshots.clear();

        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(get("health/ready").body())
                        .startsWith("{\"status\":\"UP\",\"environments\":1,")
                        .contains("\"refusedGridValues\":"));
        assertThat(evaluate("{}").body()).contains("\"value\":true");

        publish(revision + 1, false);

        awaitAnswer("\"value\":false");
    }

    @Test
    void anEdgeThatHearsNoHubSaysSo() {
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(get("health/ready").body()).contains("\"upstreamConnected\":true"));

        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(get("health/ready").body()).contains("\"upstreamConnected\":false"));

        assertThat(evaluate("{}").body()).contains("\"value\":true");
    }

    @Test
    void answersGoOnWhenTheGridIsGoneAndChangesWhenItIsBack() {
        grid().close();
        assertThat(evaluate("{}").body()).contains("\"value\":true");

        grid = HubGridMember.start();
        publish(revision + 1, false);

        awaitAnswer("\"value\":false");
    }

    @Test
    void livesAndIsReady() {
        assertThat(get("health/live").statusCode()).isEqualTo(200);
        assertThat(get("health/ready").body()).startsWith("{\"status\":\"UP\",\"environments\":1,");
    }

    @Test
    void bulkAnswersAreConditional() {
        HttpResponse<String> first = send(evaluation("ofrep/v1/evaluate/flags", KEY, "{}"));
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second =
                send(evaluation("ofrep/v1/evaluate/flags", KEY, "{}").header("If-None-Match", tag));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    @Timeout(30)
    void whoListensIsToldOfAChange() throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = CLIENT.send(
                HttpRequest.newBuilder(URI.create(edge + "ofrep/v1/stream"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", KEY)
                        .header("Origin", "https://shop.example.org")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(stream.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("https://shop.example.org");
            awaitLine(events, "id: " + revision);

            publish(revision + 1, false);

            awaitLine(events, "id: " + (revision + 1));
            assertThat(evaluate("{}").body()).contains("\"value\":false");
        }
    }

    private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }

    @Test
    void anEnvironmentMayNameThePagesThatAsk() {
        assertThat(allowedOrigin("https://app.example.org", KEY)).isEmpty();
        assertThat(allowedOrigin("https://shop.example.org", KEY)).hasValue("https://shop.example.org");
        assertThat(allowedOrigin("https://app.example.org", "jks_server_nosuchkey"))
                .hasValue("https://app.example.org");
    }

    private Optional<String> allowedOrigin(String origin, String key) {
        return send(evaluation("ofrep/v1/evaluate/flags/plain", key, "{}").header("Origin", origin))
                .headers()
                .firstValue("Access-Control-Allow-Origin");
    }

    @Test
    void anotherHeaderMayHaveTheKey() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(edge + "api/client/features"))
                .timeout(RECOVERY)
                .header("X-Our-Token", KEY));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Jackstaff-Revision")).isPresent();
    }

    @Test
    void aRouteMayBeLeftOut() {
        HttpResponse<String> answer = get("internal-backstage/tokens");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"name\":\"NotFoundError\",");
    }

    static Stream<Arguments> unleashPaths() {
        return Stream.of(
                argumentSet("an unknown path", "GET", "api/client/nothing", 404),
                argumentSet("a wrong method", "DELETE", "api/client/features", 405),
                argumentSet("a wrong method through JAX-RS", "GET", "api/client/register", 405),
                argumentSet("a wrong method of the stream", "POST", "api/client/streaming", 405),
                argumentSet("a stream without a key", "GET", "api/client/streaming/", 401),
                argumentSet("an unknown frontend", "GET", "api/proxy/nothing", 404),
                argumentSet("an unknown edge", "GET", "edge/nothing", 404),
                argumentSet("what operators do not ask", "GET", "internal-backstage/nothing", 404));
    }

    @ParameterizedTest
    @MethodSource("unleashPaths")
    void refusesInUnleashsForm(String method, String path, int status) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(edge + path))
                .timeout(RECOVERY)
                .method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(response.body()).startsWith("{\"name\":\"").contains("\"message\":\"");
        assertThat(status != 405 || response.headers().firstValue("Allow").isPresent())
                .isTrue();
    }

    @Test
    void aStreamMayEndInASlash() throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = CLIENT.send(
                HttpRequest.newBuilder(URI.create(edge + "api/client/streaming/"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", KEY)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(stream.statusCode()).isEqualTo(200);
            awaitLine(events, "event: unleash-connected");
        }
    }

    @Test
    void whatAStrangerSendsIsNoneOfTheNextRequests() {
        String large = "{\"context\":{\"a\":\"" + "x".repeat(3_000_000) + "\"}}";
        for (int i = 0; i < 5; i++) {
            assertThat(send(evaluation("ofrep/v1/evaluate/flags/plain", "jks_server_guessed", large))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(evaluation("api/client/metrics", "jks_server_guessed", large))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(evaluate("{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStreamNeedsAKey() {
        HttpResponse<String> refused = get("ofrep/v1/stream");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"errorCode\":\"GENERAL\"");
    }

    static Stream<Arguments> badInput() {
        String path = "ofrep/v1/evaluate/flags/plain";
        String all = "ofrep/v1/evaluate/flags";
        String huge = "{\"context\":{\"a\":\"" + "x".repeat(2_000_000) + "\"}}";
        String deep = "{\"context\":{\"a\":" + "[".repeat(100_000) + "}}";
        return Stream.of(
                argumentSet("an unknown flag", 404, "FLAG_NOT_FOUND", path + "er", KEY, "{}"),
                argumentSet("characters no key has", 404, "FLAG_NOT_FOUND", all + "/%F0%9F%8F%B4%20%3C", KEY, "{}"),
                argumentSet("no key", 401, "GENERAL", path, "", "{}"),
                argumentSet("a wrong key", 401, "GENERAL", path, "jks_server_guessed", "{}"),
                argumentSet("an expired key", 401, "GENERAL", path, "jks_server_expired", "{}"),
                argumentSet("a key of another kind", 403, "GENERAL", path, "jks_admin_any", "{}"),
                argumentSet("malformed JSON", 400, "PARSE_ERROR", path, KEY, "{\"context\":"),
                argumentSet("wrong types", 400, "INVALID_CONTEXT", path, KEY, "{\"context\":[]}"),
                argumentSet("two megabytes", 413, "GENERAL", path, KEY, huge),
                argumentSet("deep nesting", 400, "PARSE_ERROR", path, KEY, deep),
                argumentSet("malformed JSON in bulk", 400, "PARSE_ERROR", all, KEY, "nonsense"),
                argumentSet("no key in bulk", 401, "GENERAL", all, "", "{}"),
                argumentSet("an unknown route", 404, "GENERAL", "ofrep/v2/evaluate", KEY, "{}"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void refusesBadInputInTheProtocolsForm(int status, String code, String path, String key, String body) {
        HttpResponse<String> response = send(evaluation(path, key, body));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(response.body()).contains("\"errorCode\":\"" + code + "\"", "\"metadata\":{}");
    }

    @Test
    void aWrongMethodIsSaidToBe() {
        HttpResponse<String> response = get("ofrep/v1/evaluate/flags/plain");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElse("")).contains("POST");
        assertThat(response.body()).contains("\"errorCode\":\"GENERAL\"");
    }

    private void awaitAnswer(String part) {
        await().atMost(RECOVERY).until(() -> evaluate("{}").body().contains(part));
    }

    private void awaitRevision(long awaited) {
        await().atMost(RECOVERY).until(() -> evaluate("{}")
                .headers()
                .firstValue("Jackstaff-Revision")
                .orElse("")
                .equals(Long.toString(awaited)));
    }

    private HttpResponse<String> evaluate(String body) {
        return send(evaluation("ofrep/v1/evaluate/flags/plain", KEY, body));
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(edge + path)).timeout(RECOVERY));
    }

    private HttpRequest.Builder evaluation(String path, String key, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(edge + path))
                .timeout(RECOVERY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("the edge does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static HubGridMember grid() {
        HubGridMember member = grid;
        if (member == null) {
            throw new IllegalStateException("the data grid is not started");
        }
        return member;
    }

    private static void publish(long revision, boolean value) {
        grid().publish(snapshot(revision, value));
    }

    private static Snapshot snapshot(long revision, boolean value) {
        FlagDefinition flag = new FlagDefinition(
                "plain",
                ValueType.BOOLEAN,
                true,
                false,
                List.of(new VariantDefinition("only", Value.of(value))),
                null,
                new OutcomeDefinition.Serve("only"),
                List.of(),
                List.of(),
                FlagDefinition.NATIVE_BUCKETING);
        return new Snapshot(
                "demo",
                "production",
                "8c5b3a52-7a1e-4d8e-9d5b-0d6c6f9e2a11",
                revision,
                Instant.now(),
                List.of(flag),
                List.of(),
                List.of(credential(KEY, null), credential("jks_server_expired", Instant.EPOCH)));
    }

    private static Credential credential(String key, @Nullable Instant expiresAt) {
        return new Credential(key, Sha256.hex(key), Credential.Kind.SERVER, expiresAt);
    }
}
