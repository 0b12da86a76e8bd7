package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The edge, asked over OFREP. */
final class OfrepClient {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final QuickstartFile quickstart;
    private final String url;

    private OfrepClient(String url, QuickstartFile quickstart) {
        this.url = url;
        this.quickstart = quickstart;
    }

    static OfrepClient of(StackUnderTest installation) {
        QuickstartFile quickstart = installation.quickstart();
        return at(quickstart.edgeUrl(), quickstart);
    }

    /** Whoever answers as an edge does, elsewhere. */
    static OfrepClient at(String url, QuickstartFile quickstart) {
        return new OfrepClient(url, quickstart);
    }

    /** The same edge, asked by another client: over connections of its own. */
    OfrepClient withNewClient() {
        return new OfrepClient(url, quickstart);
    }

    String url() {
        return url;
    }

    /** One answer, and the revision it was given from. */
    record Answer(int status, JsonNode body, long revision) {
        boolean value() {
            return body.path("value").asBoolean();
        }
    }

    Answer evaluate(String flag, String context) throws IOException {
        return post("/ofrep/v1/evaluate/flags/" + flag, context, quickstart.serverKey());
    }

    /** The answer for a context that knows nothing; an edge that does not answer is a failure. */
    Answer evaluate(String flag) {
        try {
            return evaluate(flag, "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer evaluateAll(String context) throws IOException {
        return post("/ofrep/v1/evaluate/flags", context, quickstart.serverKey());
    }

    boolean ready() {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(url + "/health/ready"))
                                            .timeout(LIMIT)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException down) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer post(String path, String context, String key) throws IOException {
        CompletableFuture<HttpResponse<String>> answering = client.sendAsync(
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(LIMIT)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"context\":" + context + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> answer = whole(answering);
        long revision = answer.headers().firstValueAsLong("Jackstaff-Revision").orElse(-1);
        return new Answer(answer.statusCode(), ManagementClient.json(answer), revision);
    }

    /** The client's own limit is one for the headers alone. */
    private static <T> T whole(CompletableFuture<T> answering) throws IOException {
        try {
            return answering.get(2 * LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException torn) {
            answering.cancel(true);
            throw new IOException("the answer has no end", torn);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
