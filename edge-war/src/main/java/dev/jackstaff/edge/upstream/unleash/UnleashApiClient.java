package dev.jackstaff.edge.upstream.unleash;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.edge.upstream.client.TimeLimits;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.edge.upstream.client.UpstreamResponse;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.JsonBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A client for an Unleash server, with the requests of Unleash Edge. Thread-safe. */
final class UnleashApiClient implements UnleashServer {
    private static final String CLIENT_SPECIFICATION = "6.1.0";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final String VERSION = Optional.ofNullable(
                    UnleashApiClient.class.getPackage().getImplementationVersion())
            .orElse("development");

    private final UnleashUpstreamSettings settings;
    private final UpstreamClient client;
    private final Instant startedAt;

    /** The entity tags of what each token showed when it was last checked, so that a check is cheap. */
    private final Map<String, String> checkedTags = new ConcurrentHashMap<>();

    /**
     * A client.
     *
     * @param startedAt the start of this edge, which the server shows
     */
    UnleashApiClient(UnleashUpstreamSettings settings, UpstreamClient client, Instant startedAt) {
        this.settings = settings;
        this.client = client;
        this.startedAt = startedAt;
    }

    /** The exception for an unexpected status. */
    static final class UnexpectedStatusException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        UnexpectedStatusException(String path, int status) {
            super(path + " answered " + status);
            this.status = status;
        }

        /** Whether the server lacks the requested endpoint or denies it, and will for a while. */
        boolean isUnsupported() {
            return status == 401 || status == 403 || status == 404 || status == 429 || status == 501;
        }

        /** Whether the status blames the request. */
        boolean isBadRequest() {
            return status == 400 || status == 413 || status == 422;
        }
    }

    @Override
    public List<UnleashToken> validateTokens(Collection<String> secrets) throws IOException {
        String path = "/edge/validate";
        byte[] body = JsonBytes.object(json -> {
            json.writeArrayFieldStart("tokens");
            for (String secret : secrets) {
                json.writeString(secret);
            }
            json.writeEndArray();
        });
        UpstreamResponse answer = send(newRequest(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        if (answer.status() != OK) {
            throw new UnexpectedStatusException(path, answer.status());
        }
        try {
            return TokenValidationReader.read(answer.body(), Set.copyOf(secrets));
        } catch (DocumentException unreadable) {
            throw new IOException(path + " did not answer tokens: " + unreadable.reason(), unreadable);
        }
    }

    @Override
    public FeaturesResponse fetchFeatures(UnleashToken token, @Nullable String etag) throws IOException {
        String path = "/api/client/features";
        HttpRequest.Builder request = newTokenRequest(path, token);
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        UpstreamResponse answer = send(request);
        return switch (answer.status()) {
            case OK ->
                new FeaturesResponse.Document(
                        readJson(path, answer.body()), answer.header("ETag").orElse(null), answer.age());
            case NOT_MODIFIED -> new FeaturesResponse.Unchanged(answer.age());
            case UNAUTHORIZED, FORBIDDEN -> new FeaturesResponse.Rejected(answer.status());
            default -> throw new UnexpectedStatusException(path, answer.status());
        };
    }

    @Override
    public boolean refuses(UnleashToken token) throws IOException {
        HttpRequest.Builder request =
                newTokenRequest(token.canFetch() ? "/api/client/features" : "/api/frontend", token);
        String known = checkedTags.get(token.secret());
        if (known != null) {
            request.header("If-None-Match", known);
        }
        UpstreamResponse answer = send(request);
        answer.header("ETag").ifPresent(tag -> checkedTags.put(token.secret(), tag));
        if (answer.status() == UNAUTHORIZED) {
            checkedTags.remove(token.secret());
        }
        return answer.status() == UNAUTHORIZED;
    }

    private static JsonText readJson(String path, byte[] body) throws IOException {
        try {
            return DocumentReader.readWhole(body, reader -> {
                if (reader.token() != JsonToken.START_OBJECT) {
                    throw reader.refusal("an object expected");
                }
                return reader.json();
            });
        } catch (DocumentException unreadable) {
            throw new IOException(path + " did not answer JSON: " + unreadable.reason(), unreadable);
        }
    }

    /**
     * Opens the server's stream of changes (server-sent events).
     *
     * @param silence the longest time without any data
     * @throws IOException if the server refuses it
     */
    UpstreamStream openChangeStream(UnleashToken token, Duration silence) throws IOException, InterruptedException {
        String path = "/api/client/streaming";
        UpstreamStream answer = client.openStream(
                newRequest(path)
                        .header(settings.tokenHeader(), token.secret())
                        .header("Accept", "text/event-stream")
                        .header("Unleash-Sdk-Type", "edge")
                        .GET(),
                silence);
        if (answer.status() != OK) {
            answer.close();
            throw new UnexpectedStatusException(path, answer.status());
        }
        return answer;
    }

    @Override
    public void registerEdge(UnleashToken token) throws IOException {
        String path = "/api/client/register";
        byte[] body = JsonBytes.object(json -> writeRegistration(json, token));
        UpstreamResponse answer = send(newRequest(path)
                .header(settings.tokenHeader(), token.secret())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        if (answer.status() / 100 != 2) {
            throw new UnexpectedStatusException(path, answer.status());
        }
    }

    private void writeRegistration(JsonGenerator json, UnleashToken token) throws IOException {
        json.writeStringField("appName", settings.appName());
        json.writeStringField("instanceId", settings.instanceId());
        json.writeStringField("connectionId", settings.instanceId());
        json.writeStringField("environment", token.scope().environment());
        json.writeNumberField("interval", settings.pollInterval().toMillis());
        json.writeStringField("started", startedAt.toString());
        json.writeArrayFieldStart("strategies");
        json.writeEndArray();
        json.writeStringField("sdkVersion", "jackstaff-edge:" + VERSION);
        json.writeStringField("sdkType", "backend");
        json.writeStringField("specVersion", CLIENT_SPECIFICATION);
    }

    private UpstreamResponse send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(
                    request.setHeader("Accept", "application/json"), TimeLimits.of(settings.requestTimeout()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopping);
        }
    }

    /** A request for what a token shows, which is repeated from time to time. */
    private HttpRequest.Builder newTokenRequest(String path, UnleashToken token) {
        return newRequest(path)
                .header(settings.tokenHeader(), token.secret())
                .header(
                        "Unleash-Interval",
                        Long.toString(settings.pollInterval().toMillis()))
                .GET();
    }

    /** A request with the common headers. */
    private HttpRequest.Builder newRequest(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .header("UNLEASH-APPNAME", settings.appName())
                .header("UNLEASH-INSTANCEID", settings.instanceId())
                .header("UNLEASH-CONNECTION-ID", settings.instanceId())
                .header("Unleash-Client-Spec", CLIENT_SPECIFICATION)
                .header("X-Edge-Version", VERSION)
                .header("User-Agent", "jackstaff-edge-" + VERSION);
        settings.headers().forEach(request::setHeader);
        return request;
    }
}
