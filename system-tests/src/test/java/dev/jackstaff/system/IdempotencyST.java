package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that are repeated with an idempotency key, and those that come too often. */
@UsesSharedStack
class IdempotencyST {
    private static final String PROJECT = "{\"key\":\"repeated\",\"name\":\"Repeated\"}";

    private final ManagementClient hub;
    private final String key = UUID.randomUUID().toString();

    IdempotencyST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
    }

    @AfterEach
    void noProject() {
        hub.call("DELETE", "/projects/repeated?force=true", "");
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndChangesNothing() {
        HttpResponse<String> first = post("/projects", key, PROJECT);
        HttpResponse<String> second = post("/projects", '"' + key + '"', PROJECT);

        assertThat(first.statusCode()).describedAs(first.body()).isEqualTo(201);
        assertThat(header(first, "Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).describedAs(second.body()).isEqualTo(201);
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        for (String name : List.of("Location", "ETag", "Content-Type")) {
            assertThat(header(second, name)).isNotEmpty().isEqualTo(header(first, name));
        }
        assertThat(post("/projects", UUID.randomUUID().toString(), PROJECT).statusCode())
                .isEqualTo(409);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        post("/projects", key, PROJECT);

        HttpResponse<String> other = post("/projects", key, PROJECT.replace("Repeated", "Other"));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(ManagementClient.json(other).path("type").asText()).endsWith("/key-reused");
        assertThat(post("/projects", "a b", PROJECT).statusCode()).isEqualTo(400);
    }

    @Test
    void whatWasRefusedCanBeSentAgain() {
        assertThat(post("/projects/repeated/flags", key, "{\"key\":\"f\"}").statusCode())
                .isEqualTo(404);
        post("/projects", UUID.randomUUID().toString(), PROJECT);

        assertThat(post("/projects/repeated/flags", key, "{\"key\":\"f\"}").statusCode())
                .isEqualTo(201);
        assertThat(post("/projects/repeated/flags", key, "{\"key\":\"f\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aSecretIsToldOnce() {
        String body = "{\"name\":\"repeated\",\"kind\":\"edge\"}";
        JsonNode first = ManagementClient.json(post("/keys", key, body));
        JsonNode second = ManagementClient.json(post("/keys", key, body));

        assertThat(first.path("secret").asText()).isNotEmpty();
        assertThat(second.has("secret")).isFalse();
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        hub.call("DELETE", "/keys/" + first.path("id").asText(), "");
    }

    @Test
    void ofManyAtOnceOneIsCarriedOut() {
        List<CompletableFuture<HttpResponse<String>>> calls = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> post("/projects", key, PROJECT)))
                .limit(8)
                .toList();

        List<HttpResponse<String>> answers =
                calls.stream().map(CompletableFuture::join).toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409))
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(header(answer, "Retry-After")).isEqualTo("1"));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201
                        && header(answer, "Idempotency-Replayed").isEmpty())
                .hasSize(1);
    }

    @Test
    void anAnswerToAWriteSaysHowManyMoreAreAccepted(StackUnderTest installation) {
        ManagementClient fresh = ManagementClient.of(installation);

        List<Integer> remaining = Stream.generate(() -> fresh.call("DELETE", "/keys/" + UUID.randomUUID(), ""))
                .limit(3)
                .map(answer -> header(answer, "RateLimit"))
                .map(state -> Integer.parseInt(state.replaceFirst("^\"writes\";r=(\\d+);t=[1-9]\\d*$", "$1")))
                .toList();

        assertThat(remaining.get(0)).isEqualTo(1_199);
        assertThat(remaining).allSatisfy(left -> assertThat(left).isBetween(1_197, 1_199));
        HttpResponse<String> read = fresh.call("GET", "/projects", "");
        assertThat(header(read, "RateLimit") + header(read, "RateLimit-Policy")).isEmpty();
    }

    @Test
    void whoWritesTooOftenIsToldWhenToTryAgain(StackUnderTest installation) {
        ManagementClient busy = ManagementClient.of(installation);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            HttpResponse<String> refused = Stream.generate(() -> Stream.generate(() -> CompletableFuture.supplyAsync(
                                    () -> busy.call("DELETE", "/keys/" + UUID.randomUUID(), ""), callers))
                            .limit(100)
                            .toList())
                    .limit(60)
                    .flatMap(calls -> calls.stream().map(CompletableFuture::join))
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();

            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isPositive();
            assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"writes\";q=1200;w=60");
            assertThat(header(refused, "RateLimit")).matches("\"writes\";r=[0-9];t=[0-9]+");
            assertThat(ManagementClient.json(refused).path("type").asText()).endsWith("/throttled");
            assertThat(busy.call("GET", "/projects", "").statusCode()).isEqualTo(200);
            assertThat(hub.call("DELETE", "/keys/" + UUID.randomUUID(), "").statusCode())
                    .isEqualTo(404);
        } finally {
            callers.shutdownNow();
        }
    }

    private HttpResponse<String> post(String path, String idempotencyKey, String body) {
        return hub.send(hub.request(path)
                .header("Authorization", "Bearer " + hub.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
