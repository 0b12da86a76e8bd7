package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every case of Unleash's client specification, asked over HTTP of an edge whose upstream holds each of the specification's
 * states in turn: a server that looks like Unleash's, and a file.
 */
class UnleashSpecificationST {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALL = 279;
    private static final String BACKEND = "*:development.the-backend-token-of-the-test";
    private static final String FRONTEND = "*:development.the-frontend-token-of-the-test";
    private static final Duration ARRIVAL = Duration.ofSeconds(20);
    private static final String INTERVAL = "0.2";

    /** A request always has an address, which a context without one gets: only an empty one stands for none. */
    private static final Set<String> BEYOND_HTTP =
            Set.of("06-remote-address-strategy: Feature.remoteAddress.A should not"
                    + " be enabled for missing remoteAddress on context");

    @Test
    void everyCaseHoldsBelowAServerOfUnleash() {
        try (FakeUnleashServer unleash = FakeUnleashServer.start()) {
            unleash.accept(BACKEND, "client");
            unleash.accept(FRONTEND, "frontend");
            try (EdgeUnderTest edge = EdgeUnderTest.start(
                    "specification-unleash",
                    Map.of(
                            "JACKSTAFF_EDGE_UPSTREAM_KIND",
                            "unleash",
                            "UPSTREAM_URL",
                            unleash.url(),
                            "TOKENS",
                            BACKEND + "," + FRONTEND,
                            "FEATURES_REFRESH_INTERVAL_SECONDS",
                            INTERVAL))) {
                edge.awaitReady();

                assertSpecification("a server of Unleash", edge, state -> unleash.serve(document(state)));
            }
        }
    }

    @Test
    void everyCaseHoldsOfAFile() throws IOException {
        Path file = Files.createDirectories(Path.of("target/edges")).resolve("specification.json");
        Files.writeString(file, "{\"version\":2,\"features\":[]}");
        try (EdgeUnderTest edge = EdgeUnderTest.start(
                "specification-file",
                Map.of(
                        "JACKSTAFF_EDGE_UPSTREAM_KIND",
                        "file",
                        "JACKSTAFF_EDGE_UPSTREAM_INTERVAL",
                        INTERVAL,
                        "BOOTSTRAP_FILE",
                        file.toAbsolutePath().toString(),
                        "CLIENT_TOKENS",
                        BACKEND,
                        "FRONTEND_TOKENS",
                        FRONTEND))) {
            edge.awaitReady();

            assertSpecification("a file", edge, state -> replace(file, state));
        }
    }

    private static void replace(Path file, JsonNode state) {
        try {
            Path next = file.resolveSibling("next.json");
            Files.writeString(next, state.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts each state into an upstream and asks the edge every question of it. */
    private static void assertSpecification(String upstream, EdgeUnderTest edge, Consumer<JsonNode> upstreamHolds) {
        List<String> failures = new ArrayList<>();
        int held = 0;
        List<String> beyond = new ArrayList<>();
        long begun = System.nanoTime();
        for (JsonNode specification : specifications()) {
            long before = edge.get("/api/client/features", BACKEND).revision();
            JsonNode state = specification.path("state");
            upstreamHolds.accept(state);
            await().atMost(ARRIVAL)
                    .until(() -> edge.get("/api/client/features", BACKEND).revision() > before);
            if (!state.has("events")) {
                assertThat(edge.get("/api/client/features", BACKEND).json()).isEqualTo(state);
            }
            for (String kind : List.of("tests", "variantTests")) {
                for (JsonNode test : specification.path(kind)) {
                    String name = specification.path("name").asText() + ": "
                            + test.path("description").asText();
                    boolean carried = !BEYOND_HTTP.contains(name);
                    ObjectNode context = test.path("context").deepCopy();
                    if (!carried) {
                        beyond.add(name);
                        context.put("remoteAddress", "");
                    }
                    JsonNode answer = answer(edge, test, context);
                    boolean as = answer.equals(test.path("expectedResult"));
                    held += as && carried ? 1 : 0;
                    if (!as) {
                        failures.add(name + ": " + answer);
                    }
                }
            }
        }
        RunReport.print(
                "client specification over HTTP, upstream %s: %d of %d in %.1f s; a context without an address, which HTTP"
                        + " cannot carry and an empty one stands for: %s",
                upstream, held, ALL, (System.nanoTime() - begun) / 1e9, beyond);
        assertThat(failures).isEmpty();
        assertThat(held + beyond.size()).isEqualTo(ALL);
    }

    private static JsonNode answer(EdgeUnderTest edge, JsonNode test, JsonNode context) {
        ObjectNode body = JSON.createObjectNode();
        body.set("context", context);
        EdgeUnderTest.Answer answer = edge.post("/api/frontend/all", FRONTEND, body.toString());
        assertThat(answer.status()).isEqualTo(200);
        JsonNode toggle = JSON.createObjectNode().put("enabled", false);
        for (JsonNode each : answer.json().path("toggles")) {
            if (each.path("name").equals(test.path("toggleName"))) {
                toggle = each;
            }
        }
        if (test.path("expectedResult").isBoolean()) {
            return BooleanNode.valueOf(toggle.path("enabled").asBoolean());
        }
        return toggle.has("variant")
                ? toggle.path("variant")
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("name", "disabled")
                        .put("enabled", false)
                        .put("feature_enabled", false);
    }

    /** A state as a server answers it: changes are made first. */
    private static JsonNode document(JsonNode state) {
        if (!state.has("events")) {
            return state;
        }
        Map<String, JsonNode> features = new TreeMap<>();
        Map<Integer, JsonNode> segments = new TreeMap<>();
        for (JsonNode event : state.path("events")) {
            switch (event.path("type").asText()) {
                case "hydration" -> {
                    event.path("features")
                            .forEach(
                                    feature -> features.put(feature.path("name").asText(), feature));
                    event.path("segments")
                            .forEach(segment -> segments.put(segment.path("id").asInt(), segment));
                }
                case "feature-updated" ->
                    features.put(event.path("feature").path("name").asText(), event.path("feature"));
                case "feature-removed" ->
                    features.remove(event.path("featureName").asText());
                case "segment-updated" ->
                    segments.put(event.path("segment").path("id").asInt(), event.path("segment"));
                case "segment-removed" ->
                    segments.remove(event.path("segmentId").asInt());
                default -> throw new AssertionError("an unknown event: " + event);
            }
        }
        ObjectNode document = JSON.createObjectNode().put("version", 2);
        document.putArray("features").addAll(features.values());
        ArrayNode some = document.putArray("segments");
        some.addAll(segments.values());
        return document;
    }

    private static List<JsonNode> specifications() {
        Path place = NodeScripts.packagePath("@unleash/client-specification").resolve("specifications");
        List<JsonNode> specifications = new ArrayList<>();
        try {
            for (JsonNode file : JSON.readTree(Files.readString(place.resolve("index.json")))) {
                specifications.add(JSON.readTree(Files.readString(place.resolve(file.asText()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return specifications;
    }
}
