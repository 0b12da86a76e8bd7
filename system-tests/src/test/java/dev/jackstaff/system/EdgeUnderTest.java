package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** An edge below something other than a hub of ours, asked over HTTP. */
final class EdgeUnderTest implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ExtraEdge edge;

    private EdgeUnderTest(ExtraEdge edge) {
        this.edge = edge;
    }

    /** Starts one, and waits until it answers at all. */
    static EdgeUnderTest start(String name, Map<String, String> settings) {
        EdgeUnderTest started = new EdgeUnderTest(ExtraEdge.start(name, settings));
        await().atMost(START_LIMIT).ignoreExceptions().until(() -> started.get("/health/live", "").status == 200);
        return started;
    }

    /** One answer. */
    record Answer(int status, HttpResponse<String> whole) {
        JsonNode json() {
            return EdgeUnderTest.json(whole.body());
        }

        long revision() {
            return whole.headers().firstValueAsLong("Jackstaff-Revision").orElse(-1);
        }
    }

    String url() {
        return edge.url();
    }

    void awaitReady() {
        await().atMost(START_LIMIT).until(() -> get("/health/ready", "").status == 200);
    }

    Answer get(String path, String key) {
        return send(path, key, HttpRequest.newBuilder().GET());
    }

    Answer post(String path, String key, String body) {
        return send(
                path,
                key,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Answer send(String path, String key, HttpRequest.Builder request) {
        try {
            if (!key.isEmpty()) {
                request.header("Authorization", key);
            }
            HttpResponse<String> answer = CLIENT.send(
                    request.uri(URI.create(url() + path)).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    void kill() {
        edge.kill();
    }

    void restart() {
        edge.restart();
    }

    @Override
    public void close() {
        edge.close();
    }
}
