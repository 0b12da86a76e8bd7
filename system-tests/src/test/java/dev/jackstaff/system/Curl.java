package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests as {@code curl} sends them, to one server, with one header for the key. */
final class Curl {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final String header;
    private final String key;

    private Curl(String server, String header, String key) {
        this.server = server;
        this.header = header;
        this.key = key;
    }

    /** Requests without a key. */
    static Curl of(String server) {
        return new Curl(server, "", "");
    }

    Curl withKey(String secret) {
        return new Curl(server, "X-API-Key", secret);
    }

    Curl withToken(String token) {
        return new Curl(server, "Authorization", "Bearer " + token);
    }

    /** An answer. */
    record Answer(int status, String body, HttpResponse<String> whole) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + body, e);
            }
        }

        /** A member's text, by its JSON pointer. */
        String text(String pointer) {
            return json().at(pointer).asText();
        }
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    /** A body is written with single quotes for double ones. */
    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer send(String method, String path, String body) {
        HttpRequest.Builder request = request(path)
                .timeout(LIMIT)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        return header.isEmpty() ? request : request.header(header, key);
    }

    HttpClient client() {
        return client;
    }
}
