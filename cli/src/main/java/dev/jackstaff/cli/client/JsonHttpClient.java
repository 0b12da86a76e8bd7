package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** An HTTP client for one server, with the same headers on every request. */
record JsonHttpClient(URI base, Map<String, String> headers, HttpClient client, Duration limit) {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    /** By this name the hub records that a change was made with the command. */
    private static final String NAME = "jackstaff-command";

    private static final int SUCCESS = 200;

    private static final String HINT = " See: ./jackstaff status";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    JsonHttpClient {
        headers = Map.copyOf(headers);
    }

    JsonHttpClient(URI base, Map<String, String> headers) {
        this(base, headers, CLIENT, RESPONSE_TIMEOUT);
    }

    /** A client that trusts these authorities only. */
    static JsonHttpClient trusting(URI base, TrustedAuthorities authorities) {
        return new JsonHttpClient(
                base,
                Map.of(),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .sslContext(authorities.sslContext())
                        .build(),
                RESPONSE_TIMEOUT);
    }

    /** The same client with another limit for each answer. */
    JsonHttpClient within(Duration another) {
        return new JsonHttpClient(base, headers, client, another);
    }

    /** The same client with a header more on every request. */
    JsonHttpClient with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new JsonHttpClient(base, more, client, limit);
    }

    ApiResponse get(String path) {
        return send(request(path).GET());
    }

    /** Copies the body of a success as it comes; the answer has the body of a refusal only. */
    ApiResponse copy(String path, OutputStream out) {
        HttpRequest request = request(path).GET().build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                boolean isSuccess = response.statusCode() == SUCCESS;
                if (isSuccess) {
                    body.transferTo(out);
                    out.flush();
                }
                String refusal = isSuccess ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new ApiResponse(request.uri(), response.statusCode(), OptionalLong.empty(), refusal);
            }
        } catch (IOException e) {
            throw new CommandFailedException(
                    base + " does not answer: " + ConnectionFault.of(e, limit) + "." + (isHere() ? HINT : ""), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("The request was interrupted.", e);
        }
    }

    ApiResponse post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    ApiResponse put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    ApiResponse delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(limit)
                .header("User-Agent", NAME)
                .header("Accept", "application/json, application/problem+json");
        headers.forEach(request::header);
        return request;
    }

    /** Without the headers, which hold credentials. */
    @Override
    public String toString() {
        return "JsonHttpClient[" + base + "]";
    }

    private ApiResponse send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new ApiResponse(
                    request.uri(),
                    response.statusCode(),
                    response.headers().firstValueAsLong("Jackstaff-Revision"),
                    response.body());
        } catch (IOException e) {
            throw new CommandFailedException(
                    base + " does not answer: " + ConnectionFault.of(e, limit) + "." + (isHere() ? HINT : ""), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("The request was interrupted.", e);
        }
    }

    private boolean isHere() {
        return LOOPBACK.contains(base.getHost());
    }
}
