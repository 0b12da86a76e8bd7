package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a hub or an edge what it serves to edges of one environment. */
record SyncProbe(String url, String key, String environment) {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** In seconds; infinite where it is not said, or nobody answers. */
    double age() {
        return fetch().path("age").asDouble(Double.POSITIVE_INFINITY);
    }

    /** -1 where nobody answers. */
    long revision() {
        return fetch().path("revision").asLong(-1);
    }

    private JsonNode fetch() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/sync"))
                .timeout(LIMIT)
                .header("X-API-Key", key)
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            for (JsonNode known : JSON.readTree(answer.body()).path("environments")) {
                if (known.path("key").asText().equals(environment)) {
                    return known;
                }
            }
        } catch (IOException gone) {
            return JSON.createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return JSON.createObjectNode();
    }
}
