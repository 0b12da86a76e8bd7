package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/** As much of an Unleash server as its edges ask of it: which tokens count, and one document, filtered by their projects. */
final class UnleashLookAlike implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> validations = new ConcurrentHashMap<>();
    private final List<Map<String, String>> fetches = new CopyOnWriteArrayList<>();
    private final List<JsonNode> registrations = new CopyOnWriteArrayList<>();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final int port;
    private HttpServer server;
    private volatile JsonNode document;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private UnleashLookAlike() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.port = server.getAddress().getPort();
        serve(json("{\"version\":2,\"features\":[]}"));
        open();
    }

    static UnleashLookAlike start() {
        try {
            return new UnleashLookAlike();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        server.createContext("/edge/validate", exchange -> answer(exchange, this::validate));
        server.createContext("/api/client/features", exchange -> answer(exchange, this::features));
        server.createContext("/api/client/register", exchange -> answer(exchange, this::register));
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
    private record Said(int status, Map<String, String> headers, String body) {}

    @FunctionalInterface
    private interface Answering {
        Said answer(HttpExchange exchange, String body) throws IOException;
    }

    private static void answer(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Said said = answering.answer(exchange, body);
            said.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private Said validate(HttpExchange exchange, String body) throws IOException {
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
        return new Said(200, Map.of("Content-Type", "application/json"), answer.toString());
    }

    private Said features(HttpExchange exchange, String body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String token = headers.getOrDefault("authorization", "");
        if (!"client".equals(types.get(token))) {
            return new Said(401, Map.of(), "");
        }
        fetches.add(headers);
        JsonNode shown = filtered(document, project(token));
        String tag = "\"" + Integer.toHexString(shown.toString().hashCode()) + ":" + document.hashCode() + "\"";
        if (tag.equals(headers.get("if-none-match"))) {
            unchanged.incrementAndGet();
            return new Said(304, Map.of("ETag", tag), "");
        }
        return new Said(200, Map.of("ETag", tag, "Content-Type", "application/json"), shown.toString());
    }

    private Said register(HttpExchange exchange, String body) throws IOException {
        registrations.add(JSON.readTree(body));
        return new Said(202, Map.of(), "");
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
