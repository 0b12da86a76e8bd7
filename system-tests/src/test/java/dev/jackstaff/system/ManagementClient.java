package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The management API, as an administrator calls it. */
final class ManagementClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final QuickstartFile quickstart;
    private final String token;

    private ManagementClient(QuickstartFile quickstart) {
        this.quickstart = quickstart;
        this.token = tokenOf(quickstart.adminEmail(), quickstart.adminPassword());
    }

    static ManagementClient of(StackUnderTest installation) {
        return new ManagementClient(installation.quickstart());
    }

    /** One of several. */
    static ManagementClient at(QuickstartFile quickstart) {
        return new ManagementClient(quickstart);
    }

    /** Calls a path below {@code /api/v1}. */
    HttpResponse<String> call(String method, String path, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The same, on condition that the version is still the one of a tag. */
    HttpResponse<String> callIfMatch(String method, String path, String body, String tag) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode get(String path) {
        return json(requireSuccess(call("GET", path, "")));
    }

    JsonNode post(String path, Object body) {
        return json(requireSuccess(call("POST", path, write(body))));
    }

    JsonNode put(String path, Object body) {
        return json(requireSuccess(call("PUT", path, write(body))));
    }

    /** Switches a flag of the demo project in production; answers the revision. */
    long toggle(String flag, boolean enabled) {
        JsonNode state = post(
                "/projects/" + quickstart.project() + "/flags/" + flag + "/environments/" + quickstart.environment()
                        + "/toggle",
                Map.of("enabled", enabled));
        assertThat(state.path("enabled").asBoolean()).isEqualTo(enabled);
        return state.path("revision").asLong();
    }

    /** Makes a boolean flag in the demo project, off everywhere. */
    void createFlag(String key) {
        post("/projects/" + quickstart.project() + "/flags", Map.of("key", key, "name", key, "type", "boolean"));
    }

    /** Makes a key for edges that reaches everything. */
    String edgeKey(String name) {
        return post("/keys", Map.of("name", name, "kind", "edge"))
                .path("secret")
                .asText();
    }

    /** Calls without any credential. */
    HttpResponse<String> callAnonymously(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(quickstart.hubUrl() + "/api/v1" + path))
                .timeout(LIMIT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The administrator's token. */
    String token() {
        return token;
    }

    /** The token that somebody gets for their password. */
    String tokenOf(String email, String password) {
        HttpResponse<String> answer =
                callAnonymously("POST", "/auth/login", write(Map.of("email", email, "password", password)));
        return json(requireSuccess(answer)).path("token").asText();
    }

    private static HttpResponse<String> requireSuccess(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .describedAs("%s %s: %s", answer.request().method(), answer.uri(), answer.body())
                .isBetween(200, 299);
        return answer;
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + answer.body(), e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
