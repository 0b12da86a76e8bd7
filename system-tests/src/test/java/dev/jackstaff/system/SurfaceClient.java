package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Sends the requests of a catalogue to one server and describes the answers. */
final class SurfaceClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long STREAM_MILLIS = 2_000;
    private static final int LONGEST_BODY = 8_000;
    private static final String PAGE = "https://pages.example";
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("date", "content-length", "transfer-encoding", "connection", "keep-alive");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final SurfaceValues values;
    private final Map<String, String> files = new TreeMap<>();

    SurfaceClient(String server, SurfaceValues values) {
        this.server = server;
        this.values = values;
    }

    /** An answer whose body has been read. */
    private record Answer(int status, Map<String, String> headers, String body) {
        String type() {
            return headers.getOrDefault("content-type", "");
        }
    }

    /** The answers to all requests of a catalogue, one section for each. */
    String describeAll(String catalogue) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (SurfaceRequest request : SurfaceRequest.readAll(catalogue)) {
            String title = request.title();
            for (int i = 2; sections.containsKey(title); i++) {
                title = request.title() + " (" + i + ")";
            }
            sections.put(title, describe(request));
        }
        StringBuilder text = new StringBuilder();
        sections.forEach((title, section) ->
                text.append(GoldenFile.SECTION).append(title).append('\n').append(section));
        return text.toString();
    }

    /** Bodies that have files of their own, by the names of the files. */
    Map<String, String> files() {
        return files;
    }

    private String describe(SurfaceRequest request) {
        Answer answer = send(request);
        request.option("save").ifPresent(name -> values.put(name, id(answer.body)));
        StringBuilder text = new StringBuilder("-> " + answer.status + "\n");
        answer.headers.forEach((name, value) ->
                text.append(values.normalizeHeader(name, value)).append('\n'));
        String body = body(request, answer);
        body.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private String body(SurfaceRequest request, Answer answer) {
        if (request.options().contains("status")) {
            return "";
        }
        String body = request.option("own")
                .map(owner -> own(answer.body, values.fill(owner)))
                .orElse(answer.body);
        String normalized = values.normalize(body);
        if (request.option("file").isPresent()) {
            String file = request.option("file").get();
            files.put(file, answer.type().contains("json") ? pretty(normalized) : normalized);
            return "(" + file + ")";
        }
        return normalized.length() > LONGEST_BODY ? "(" + normalized.length() + " characters)" : normalized;
    }

    private Answer send(SurfaceRequest request) {
        String body = values.fill(request.body());
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server + values.fill(request.path())))
                .timeout(LIMIT)
                .header("Origin", PAGE)
                .method(request.method(), HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            builder.header("Content-Type", "application/json");
        }
        if (request.keyed()) {
            boolean token = request.key().equals("token");
            builder.header(token ? "Authorization" : request.header(), (token ? "Bearer " : "") + values.key(request));
        }
        if (request.options().contains("preflight")) {
            builder.header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "content-type,x-api-key");
        }
        try {
            return read(client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.title(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer read(HttpResponse<InputStream> response) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, all) -> headers.put(name, String.join(" + ", all)));
        headers.keySet().removeAll(OF_THE_CONNECTION);
        try (InputStream stream = response.body()) {
            String body = headers.getOrDefault("content-type", "").startsWith("text/event-stream")
                    ? firstEvent(stream)
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(response.statusCode(), headers, body);
        }
    }

    /** What comes first on a stream that has no end. */
    private static String firstEvent(InputStream stream) {
        Queue<String> event = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try {
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                    event.add(line);
                }
            } catch (IOException closed) {
                // by whoever waited long enough; what came until then counts
            }
        });
        reading.completeOnTimeout(null, STREAM_MILLIS, TimeUnit.MILLISECONDS).join();
        return String.join("\n", event);
    }

    private static String id(String body) {
        try {
            return JSON.readTree(body).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("no id in " + body, e);
        }
    }

    /** Of the lists in a document, what speaks of its owner. */
    private static String own(String body, String owner) {
        try {
            JsonNode document = JSON.readTree(body);
            List<JsonNode> lists = new ArrayList<>(List.of(document));
            document.forEach(lists::add);
            for (JsonNode list : lists) {
                if (list instanceof ArrayNode array) {
                    List<JsonNode> own = new ArrayList<>();
                    array.forEach(item -> {
                        if (item.toString().contains(owner)) {
                            own.add(item);
                        }
                    });
                    array.removeAll().addAll(own);
                }
            }
            return document.toString();
        } catch (IOException e) {
            return body;
        }
    }

    /** A document with its members in order: servers put those of a description together in any. */
    private static String pretty(String body) {
        try {
            return JSON.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .withDefaultPrettyPrinter()
                    .writeValueAsString(JSON.readValue(body, Object.class));
        } catch (IOException e) {
            return body;
        }
    }
}
