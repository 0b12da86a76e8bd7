package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An edge below an API that looks like Flagsmith's. */
class FlagsmithUpstreamST {
    private static final String SERVER = "ser.the-server-side-key";
    private static final String CLIENT = "the-client-side-key";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int EVALUATIONS = 300;
    private static final int REFUSALS = 3;

    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private volatile int day = 1;

    /** Two pages, as Flagsmith's own edge API sends them: the second has one identity more. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = SERVER.equals(exchange.getRequestHeaders().getFirst("X-Environment-Key"));
            String since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
            boolean second = String.valueOf(exchange.getRequestURI().getQuery()).contains("page=2");
            if (!known) {
                exchange.sendResponseHeaders(403, -1);
            } else if (date().equals(since)) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
            } else {
                if (!second) {
                    exchange.getResponseHeaders().set("Link", "</api/v1/environment-document/?page=2>; rel=\"next\"");
                }
                byte[] bytes = document(second ? "late" : "early").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private String date() {
        return day == 1 ? "Sun, 01 Nov 2026 10:00:00 GMT" : "Mon, 02 Nov 2026 10:00:00 GMT";
    }

    private String document(String identity) {
        return """
                {"id": 1, "api_key": "%s", "name": "Production", "updated_at": "2026-11-%02dT10:00:00.000000Z",
                 "memberOfTheFuture": [1],
                 "project": {"id": 1, "name": "p", "hide_disabled_flags": false, "segments": [],
                   "server_key_only_feature_ids": [2], "organisation": {"id": 1, "name": "o"}},
                 "feature_states": [
                  {"feature": {"id": 1, "name": "day", "type": "STANDARD"}, "enabled": true, "feature_state_value": %d,
                   "featurestate_uuid": "b8e3a1de-9e5e-4b86-9d0f-2a7ea5b0a001", "multivariate_feature_state_values": []},
                  {"feature": {"id": 2, "name": "hidden", "type": "STANDARD"}, "enabled": true,
                   "feature_state_value": "s", "featurestate_uuid": "b8e3a1de-9e5e-4b86-9d0f-2a7ea5b0a002",
                   "multivariate_feature_state_values": []}],
                 "identity_overrides": [{"identifier": "%s", "environment_api_key": "%s",
                   "identity_uuid": "b8e3a1de-9e5e-4b86-9d0f-2a7ea5b0a003", "identity_traits": [],
                   "created_date": "2026-11-01T10:00:00Z", "composite_key": "%s_%s",
                   "identity_features": [{"feature": {"id": 1, "name": "day", "type": "STANDARD"}, "enabled": true,
                     "feature_state_value": 99, "featurestate_uuid": "b8e3a1de-9e5e-4b86-9d0f-2a7ea5b0a004",
                     "multivariate_feature_state_values": []}]}]}"""
                .formatted(CLIENT, day, day, identity, CLIENT, CLIENT, identity);
    }

    /** An edge of that name below the API, with one setting more. */
    private static EdgeUnderTest below(HttpServer api, String name, String setting, String value) {
        return EdgeUnderTest.start(
                name,
                Map.of(
                        "JACKSTAFF_EDGE_UPSTREAM_KIND",
                        "flagsmith",
                        "API_URL",
                        "http://127.0.0.1:" + api.getAddress().getPort() + "/api/v1",
                        "ENVIRONMENT_KEY_PAIRS",
                        "[{\"server_side_key\":\"" + SERVER + "\",\"client_side_key\":\"" + CLIENT + "\"}]",
                        setting,
                        value));
    }

    @Test
    void documentsAreFollowedAndServed() throws IOException {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/api/v1/environment-document/", this::answer);
        api.start();
        try (EdgeUnderTest edge = below(api, "flagsmith-upstream", "API_POLL_FREQUENCY_SECONDS", "0.3")) {
            edge.awaitReady();

            JsonNode document =
                    edge.get("/api/v1/environment-document/", SERVER).json();
            assertThat(document.at("/memberOfTheFuture/0").asInt()).isEqualTo(1);
            assertThat(document.path("identity_overrides").findValuesAsText("identifier"))
                    .containsExactly("early", "late");
            assertThat(value(edge, "anybody")).isEqualTo(1);
            assertThat(value(edge, "late")).isEqualTo(99);
            assertThat(edge.get("/api/v1/flags/", CLIENT).json().findValuesAsText("name"))
                    .containsExactly("day");
            assertThat(edge.post("/ofrep/v1/evaluate/flags/day", CLIENT, "{\"context\":{\"targetingKey\":\"early\"}}")
                            .json()
                            .path("value")
                            .asInt())
                    .isEqualTo(99);
            EdgeUnderTest.Answer unleash = edge.get("/api/client/features", SERVER);
            assertThat(unleash.status()).isEqualTo(404);
            assertThat(unleash.json().path("message").asText()).contains("flagsmith");
            await().atMost(LIMIT).until(() -> unchanged.get() > 0);

            day = 2;

            await().atMost(LIMIT).until(() -> value(edge, "anybody") == 2);
            api.stop(0);
            assertThat(value(edge, "anybody")).isEqualTo(2);
            RunReport.print(
                    "Flagsmith API: %d answers of 304, a change taken, and served on without the API", unchanged.get());
        } finally {
            api.stop(0);
        }
    }

    /** The API refuses for a while. */
    @Test
    void whatIsCountedArrivesAtTheApiExactly() throws IOException {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/api/v1/environment-document/", this::answer);
        api.createContext("/api/v1/analytics/flags/", this::count);
        api.start();
        try (EdgeUnderTest edge = below(api, "flagsmith-usage", "JACKSTAFF_EDGE_USAGE_INTERVAL", "1")) {
            edge.awaitReady();
            for (int i = 0; i < EVALUATIONS; i++) {
                assertThat(edge.post("/ofrep/v1/evaluate/flags/day", i % 2 == 0 ? CLIENT : SERVER, "{}")
                                .status())
                        .isEqualTo(200);
            }
            EdgeUnderTest.Answer analytics =
                    edge.post("/api/v1/analytics/flags/", CLIENT, "{\"day\": 11, \"nobody\": 5}");
            assertThat(analytics.status()).isEqualTo(200);

            await().atMost(Duration.ofMinutes(1)).until(() -> evaluationsCounted() >= EVALUATIONS + 11);
            await().during(Duration.ofSeconds(4)).atMost(LIMIT).until(() -> evaluationsCounted() == EVALUATIONS + 11);
            RunReport.print(
                    "usage to a Flagsmith API, %d refusals: %d of %d evaluations",
                    refused.get(), evaluationsCounted(), EVALUATIONS + 11);
            // the API passes over names that it does not know, as it does when SDKs send them
            assertThat(counts).containsOnlyKeys("day", "nobody").containsEntry("nobody", 5L);
            assertThat(refused.get()).isEqualTo(REFUSALS);
        } finally {
            api.stop(0);
        }
    }

    private long evaluationsCounted() {
        return counts.getOrDefault("day", 0L);
    }

    private void count(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = List.of(SERVER, CLIENT)
                    .contains(exchange.getRequestHeaders().getFirst("X-Environment-Key"));
            JsonNode body =
                    EdgeUnderTest.json(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (!known) {
                exchange.sendResponseHeaders(403, -1);
            } else if (refused.get() < REFUSALS) {
                refused.incrementAndGet();
                exchange.sendResponseHeaders(503, -1);
            } else {
                body.properties()
                        .forEach(count ->
                                counts.merge(count.getKey(), count.getValue().asLong(), Long::sum));
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    private static int value(EdgeUnderTest edge, String identifier) {
        return edge.get("/api/v1/identities/?identifier=" + identifier, CLIENT)
                .json()
                .at("/flags/0/feature_state_value")
                .asInt();
    }
}
