package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * As much of an Unleash server as its edges ask of it: which tokens count, and one document, filtered by their projects; and as
 * they tell it: what was counted, and who is there.
 */
final class FakeUnleashServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> validations = new ConcurrentHashMap<>();
    private final List<Map<String, String>> fetches = new CopyOnWriteArrayList<>();
    private final List<JsonNode> registrations = new CopyOnWriteArrayList<>();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final List<JsonNode> bulks = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> instances = new ConcurrentHashMap<>();
    private final AtomicInteger refusedBulks = new AtomicInteger();
    private final AtomicInteger largestBulk = new AtomicInteger();
    private volatile boolean takesBulks = true;
    private final int port;
    private HttpServer server;
    private volatile JsonNode document;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private FakeUnleashServer() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.port = server.getAddress().getPort();
        serve(json("{\"version\":2,\"features\":[]}"));
        open();
    }

    static FakeUnleashServer start() {
        try {
            return new FakeUnleashServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        server.createContext("/edge/validate", exchange -> answer(exchange, this::validate));
        server.createContext("/api/client/features", exchange -> answer(exchange, this::features));
        server.createContext("/api/client/register", exchange -> answer(exchange, this::register));
        server.createContext("/api/client/metrics/bulk", exchange -> answer(exchange, this::bulk));
        server.createContext("/api/client/metrics/edge", exchange -> answer(exchange, this::instance));
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A token counts from now on; its text says what it shows. */
    void accept(String token, String type) {
        types.put(token, type);
    }

    /** A token counts no more. */
    void revoke(String token) {
        types.remove(token);
    }

    /** Serves this from now on. */
    void serve(JsonNode features) {
        document = features;
    }

    /** Lets nothing about tokens out until the latch is open. */
    void holdValidation(CountDownLatch until) {
        gate = until;
    }

    /** How often it was asked about a token. */
    int validations(String token) {
        return validations.getOrDefault(token, new AtomicInteger()).get();
    }

    /** The headers of each time that features were asked for. */
    List<Map<String, String>> fetches() {
        return fetches;
    }

    List<JsonNode> registrations() {
        return registrations;
    }

    /** Answers 503 to what was counted, or takes it. */
    void acceptBulks(boolean takes) {
        takesBulks = takes;
    }

    /** How often it has not taken what was counted. */
    int bulkRefusals() {
        return refusedBulks.get();
    }

    /** How many bytes the largest of them had. */
    int largestBulk() {
        return largestBulk.get();
    }

    /** How often an application had a feature on, {@code yes}, or off, {@code no}. */
    long evaluationsCounted(String application, String feature, String answer) {
        return metrics(application, feature)
                .mapToLong(metric -> metric.path(answer).asLong())
                .sum();
    }

    /** How often an application had a variant of a feature. */
    long variantsCounted(String application, String feature, String variant) {
        return metrics(application, feature)
                .mapToLong(metric -> metric.path("variants").path(variant).asLong())
                .sum();
    }

    private Stream<JsonNode> metrics(String application, String feature) {
        return elements("metrics")
                .filter(metric -> metric.path("appName").asText().equals(application)
                        && metric.path("featureName").asText().equals(feature));
    }

    /** All elements of a list of what was counted. */
    Stream<JsonNode> elements(String list) {
        return bulks.stream()
                .flatMap(bulk -> StreamSupport.stream(bulk.path(list).spliterator(), false));
    }

    /** What an edge told of itself last; missing where it did not. */
    JsonNode instance(String identifier) {
        return instances.getOrDefault(identifier, MissingNode.getInstance());
    }

    /** How often it had nothing new to say. */
    int unchanged() {
        return unchanged.get();
    }

    /** Ends it as a crash does. */
    void stop() {
        server.stop(0);
    }

    /** Begins again, at the same address. */
    void restart() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    /** What it answers. */
    private record CannedResponse(int status, Map<String, String> headers, String body) {}

    @FunctionalInterface
    private interface Handler {
        CannedResponse answer(HttpExchange exchange, String body) throws IOException;
    }

    private static void answer(HttpExchange exchange, Handler answering) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            CannedResponse said = answering.answer(exchange, body);
            said.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private CannedResponse validate(HttpExchange exchange, String body) throws IOException {
        JsonNode asked = JSON.readTree(body).path("tokens");
        asked.forEach(token -> validations
                .computeIfAbsent(token.asText(), first -> new AtomicInteger())
                .incrementAndGet());
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode valid = answer.putArray("tokens");
        for (JsonNode each : asked) {
            String token = each.asText();
            String type = types.get(token);
            if (type != null) {
                ObjectNode one = valid.addObject();
                one.put("token", token).put("type", type).put("environment", environment(token));
                one.putArray("projects").add(project(token));
                one.put("status", "Validated");
            }
        }
        return new CannedResponse(200, Map.of("Content-Type", "application/json"), answer.toString());
    }

    private CannedResponse features(HttpExchange exchange, String body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String token = headers.getOrDefault("authorization", "");
        if (!"client".equals(types.get(token))) {
            return new CannedResponse(401, Map.of(), "");
        }
        fetches.add(headers);
        JsonNode shown = filtered(document, project(token));
        String tag = "\"" + Integer.toHexString(shown.toString().hashCode()) + ":" + document.hashCode() + "\"";
        if (tag.equals(headers.get("if-none-match"))) {
            unchanged.incrementAndGet();
            return new CannedResponse(304, Map.of("ETag", tag), "");
        }
        return new CannedResponse(200, Map.of("ETag", tag, "Content-Type", "application/json"), shown.toString());
    }

    private CannedResponse register(HttpExchange exchange, String body) throws IOException {
        registrations.add(JSON.readTree(body));
        return new CannedResponse(202, Map.of(), "");
    }

    /** Only who may fetch features may say how often they were asked about. */
    private CannedResponse bulk(HttpExchange exchange, String body) throws IOException {
        if (!"client".equals(types.get(exchange.getRequestHeaders().getFirst("Authorization")))) {
            return new CannedResponse(403, Map.of(), "");
        }
        if (!takesBulks) {
            refusedBulks.incrementAndGet();
            return new CannedResponse(503, Map.of(), "");
        }
        largestBulk.accumulateAndGet(body.length(), Math::max);
        bulks.add(JSON.readTree(body));
        return new CannedResponse(202, Map.of(), "");
    }

    private CannedResponse instance(HttpExchange exchange, String body) throws IOException {
        if (!"client".equals(types.get(exchange.getRequestHeaders().getFirst("Authorization")))) {
            return new CannedResponse(403, Map.of(), "");
        }
        JsonNode report = JSON.readTree(body);
        for (String needed : List.of("identifier", "appName", "edgeVersion", "started", "traffic", "latencyUpstream")) {
            if (!report.has(needed)) {
                return new CannedResponse(400, Map.of(), needed);
            }
        }
        instances.put(report.path("identifier").asText(), report);
        return new CannedResponse(202, Map.of(), "");
    }

    private static JsonNode filtered(JsonNode whole, String project) {
        if (project.equals("*")) {
            return whole;
        }
        ObjectNode some = whole.deepCopy();
        List<JsonNode> features = new ArrayList<>();
        whole.path("features").forEach(feature -> {
            if (feature.path("project").asText("default").equals(project)) {
                features.add(feature);
            }
        });
        some.putArray("features").addAll(features);
        return some;
    }

    private static String project(String token) {
        return token.substring(0, token.indexOf(':'));
    }

    private static String environment(String token) {
        return token.substring(token.indexOf(':') + 1, token.indexOf('.'));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
