package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nobody should send to the management API gets a clear refusal, and never a failure or a page. The rows of
 * {@code bad-requests.json} say what is sent ({@code credential}: the administrator's unless {@code viewer} or {@code none})
 * and which problem must come back.
 */
@UsesSharedStack
class BadInputST {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VIEWER = "viewer@example.org";
    private static final String PASSWORD = "viewer-pass-1";

    private static final Map<String, Map<String, String>> CREDENTIALS = new HashMap<>();
    private static String server = "";

    @BeforeAll
    static void thereIsSomethingToAskFor(StackUnderTest installation) {
        ManagementClient hub = ManagementClient.of(installation);
        server = installation.quickstart().hubUrl();
        hub.call("POST", "/projects/demo/flags", "{\"key\":\"checkout\",\"name\":\"checkout\",\"type\":\"boolean\"}");
        hub.call(
                "POST",
                "/users",
                "{\"email\":\"" + VIEWER + "\",\"password\":\"" + PASSWORD + "\",\"role\":\"viewer\"}");
        CREDENTIALS.put("none", Map.of());
        CREDENTIALS.put("token", bearer(hub.token()));
        CREDENTIALS.put("viewer", bearer(hub.tokenOf(VIEWER, PASSWORD)));
    }

    static Stream<Arguments> badRequests() throws IOException {
        try (InputStream stream = BadInputST.class.getResourceAsStream("/bad-requests.json")) {
            JsonNode rows = JSON.readTree(stream);
            assertThat(rows).hasSizeGreaterThanOrEqualTo(150);
            return StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> argumentSet(row.path("name").asText(), row));
        }
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void isRefusedWithItsProblem(JsonNode row) throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                server, row.path("method").asText(), row.path("path").asText(), headers(row), body(row));

        assertThat(answer.status())
                .describedAs(answer.body())
                .isEqualTo(row.path("status").asInt());
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText())
                .endsWith("/" + row.path("problem").asText());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("title").asText()).isNotEmpty();
        if (answer.status() == 401) {
            assertThat(answer.header("www-authenticate")).isNotEmpty();
        }
        if (answer.status() == 405) {
            assertThat(answer.header("allow")).isNotEmpty();
        }
    }

    @Test
    void aKeyForEvaluationsOpensNoManagement(StackUnderTest installation) throws IOException {
        String serverKey = installation.quickstart().serverKey();

        RawHttp.Answer answer =
                RawHttp.send(server, "GET", "/api/v1/projects", Map.of("X-API-Key", serverKey), new byte[0]);

        assertThat(answer.status()).isIn(401, 403);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
    }

    @Test
    void anAdminKeyOpensUntilItExpires(StackUnderTest installation) {
        String soon = Instant.now().plusSeconds(10).toString();
        String key = ManagementClient.of(installation)
                .post("/keys", Map.of("name", "short-lived", "kind", "admin", "expiresAt", soon))
                .path("secret")
                .asText();
        Map<String, String> headers = Map.of("X-API-Key", key);

        assertThat(RawHttp.send(server, "GET", "/api/v1/projects", headers, new byte[0])
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            RawHttp.Answer answer = RawHttp.send(server, "GET", "/api/v1/projects", headers, new byte[0]);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
        });
    }

    @Test
    void aRevokedKeyIsRefusedAtTheEdge(StackUnderTest installation) throws IOException {
        ManagementClient hub = ManagementClient.of(installation);
        OfrepClient edge = OfrepClient.of(installation);
        JsonNode key = hub.post(
                "/keys", Map.of("name", "revoked", "kind", "server", "project", "demo", "environment", "production"));
        String path = "/ofrep/v1/evaluate/flags/checkout";
        String secret = key.path("secret").asText();
        await().until(() -> edge.post(path, "{}", secret).status() == 200);

        hub.call("DELETE", "/keys/" + key.path("id").asText(), "");

        await().until(() -> edge.post(path, "{}", secret).status() == 401);
    }

    private static Map<String, String> headers(JsonNode row) {
        Map<String, String> headers =
                new HashMap<>(CREDENTIALS.getOrDefault(row.path("credential").asText("token"), Map.of()));
        if (row.has("body") || row.has("repeat")) {
            headers.put("Content-Type", "application/json");
        }
        row.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static byte[] body(JsonNode row) {
        JsonNode repeat = row.path("repeat");
        String body = repeat.isMissingNode()
                ? row.path("body").asText("")
                : repeat.path("before").asText()
                        + repeat.path("text")
                                .asText()
                                .repeat(repeat.path("times").asInt())
                        + repeat.path("after").asText();
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
