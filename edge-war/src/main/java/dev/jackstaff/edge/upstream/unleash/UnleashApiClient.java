package dev.jackstaff.edge.upstream.unleash;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.json.TolerantReader;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private final Instant startedAt = Instant.now();

    UnleashApiClient(UnleashUpstreamSettings settings) {
        this.settings = settings;
        this.client = new UpstreamClient(settings.connectTimeout(), settings.requestTimeout());
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
        UpstreamClient.UpstreamResponse answer = client.send(newRequest(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        if (answer.status() != OK) {
            throw new UnexpectedStatusException(path, answer.status());
        }
        try {
            Set<String> requested = new HashSet<>(secrets);
            List<UnleashToken> tokens = new ArrayList<>();
            DocumentReader.readWhole(answer.body(), reader -> {
                reader.object(member -> {
                    boolean isTokens = member.equals("tokens");
                    if (isTokens) {
                        reader.array(() -> readToken(reader))
                                .forEach(token -> token.filter(valid -> requested.contains(valid.secret()))
                                        .ifPresent(tokens::add));
                    }
                    return isTokens;
                });
                return tokens;
            });
            return tokens;
        } catch (DocumentException unreadable) {
            throw new IOException(path + " did not answer tokens: " + unreadable.reason(), unreadable);
        }
    }

    /** One token; empty when it is invalid or of an unsupported kind. */
    private static Optional<UnleashToken> readToken(DocumentReader reader) {
        TolerantReader tolerant = new TolerantReader(reader);
        var read = new Object() {
            String secret = "";
            String type = "";

            @Nullable
            String environment;

            List<String> projects = List.of();
            String status = "validated";
        };
        reader.object(member -> {
            switch (member) {
                case "token" -> read.secret = reader.string();
                case "type" -> read.type = lower(tolerant.optionalText());
                case "environment" -> read.environment = tolerant.optionalText();
                case "projects" -> read.projects = tolerant.texts();
                case "status" -> read.status = lower(tolerant.optionalText());
                default -> {
                    return false;
                }
            }
            return true;
        });
        Credential.Kind kind =
                switch (read.type) {
                    case "client", "backend" -> Credential.Kind.SERVER;
                    case "frontend" -> Credential.Kind.CLIENT;
                    default -> Credential.Kind.EDGE;
                };
        boolean counts = read.status.isEmpty() || read.status.equals("validated") || read.status.equals("trusted");
        if (!counts || read.secret.isEmpty() || kind == Credential.Kind.EDGE) {
            return Optional.empty();
        }
        String environment = read.environment == null || read.environment.isEmpty() ? "default" : read.environment;
        return Optional.of(new UnleashToken(read.secret, kind, TokenScope.of(read.projects, environment)));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    @Override
    public FeaturesResponse fetchFeatures(UnleashToken token, @Nullable String etag) throws IOException {
        String path = "/api/client/features";
        HttpRequest.Builder request = newRequest(path)
                .header(settings.tokenHeader(), token.secret())
                .header(
                        "Unleash-Interval",
                        Long.toString(settings.pollInterval().toMillis()))
                .GET();
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        UpstreamClient.UpstreamResponse answer = client.send(request);
        return switch (answer.status()) {
            case OK ->
                new FeaturesResponse.Document(
                        readJson(path, answer.body()), answer.header("ETag").orElse(null), answer.age());
            case NOT_MODIFIED -> new FeaturesResponse.Unchanged(answer.age());
            case UNAUTHORIZED, FORBIDDEN -> new FeaturesResponse.Rejected(answer.status());
            default -> throw new UnexpectedStatusException(path, answer.status());
        };
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
     * @throws IOException if the server refuses it
     */
    InputStream openChangeStream(UnleashToken token) throws IOException {
        String path = "/api/client/streaming";
        HttpResponse<InputStream> answer = client.openStream(newRequest(path)
                .header(settings.tokenHeader(), token.secret())
                .header("Accept", "text/event-stream")
                .header("Unleash-Sdk-Type", "edge")
                .GET());
        if (answer.statusCode() != OK) {
            answer.body().close();
            throw new UnexpectedStatusException(path, answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void registerEdge(UnleashToken token) throws IOException {
        String path = "/api/client/register";
        byte[] body = JsonBytes.object(json -> writeRegistration(json, token));
        UpstreamClient.UpstreamResponse answer = client.send(newRequest(path)
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

    /** A request with the common headers. */
    HttpRequest.Builder newRequest(String path) {
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
