package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.upstream.client.TimeLimits;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.edge.upstream.client.UpstreamResponse;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.engine.EnvironmentAddress;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.sync.SyncHandler;
import dev.jackstaff.protocols.sync.SyncState;
import dev.jackstaff.protocols.sync.SyncStreamEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client for the sync protocol of a hub or edge. Thread-safe. */
final class SyncClient implements SyncSource {
    /** The time limits of an answer: about three heartbeats without data, and a large document over a slow line. */
    static final TimeLimits LIMITS = new TimeLimits(Duration.ofSeconds(7), Duration.ofMinutes(5));

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final String url;
    private final String key;
    private final UpstreamClient client;
    private final TimeLimits limits;

    /**
     * A client for one hub or edge.
     *
     * @param url the base URL, without a final slash
     * @param key an edge key
     */
    SyncClient(String url, String key, UpstreamClient client, TimeLimits limits) {
        this.url = url;
        this.key = key;
        this.client = client;
        this.limits = limits;
    }

    @Override
    public PollResult fetchState(@Nullable String tag) throws IOException, InterruptedException {
        Map<String, String> headers = tag == null ? Map.of() : Map.of("If-None-Match", '"' + tag + '"');
        UpstreamResponse answer = send(SyncHandler.PATH, headers);
        if (answer.status() == NOT_MODIFIED) {
            return new PollResult.Unchanged(age(answer));
        }
        SyncState state = SyncState.read(body(answer));
        return new PollResult.Changed(state, state.tag());
    }

    private static Optional<Duration> age(UpstreamResponse answer) throws IOException {
        try {
            return answer.header(SyncHandler.AGE).map(SyncState::parseAge);
        } catch (IllegalArgumentException invalid) {
            throw new IOException("the header " + SyncHandler.AGE + " is not an age in seconds", invalid);
        }
    }

    @Override
    public byte @Nullable [] fetchSnapshot(String environment, @Nullable SnapshotHead servedHead)
            throws IOException, InterruptedException {
        Map<String, String> headers =
                servedHead == null ? Map.of() : Map.of("If-None-Match", SyncHandler.tag(servedHead));
        UpstreamResponse answer = send(SyncHandler.PATH + "/snapshots/" + encodePath(environment), headers);
        return answer.status() == NOT_MODIFIED || answer.status() == NOT_FOUND ? null : body(answer);
    }

    private static String encodePath(String environment) {
        EnvironmentAddress address = EnvironmentAddress.parse(environment);
        return encode(address.project()) + '/' + encode(address.environment());
    }

    private static String encode(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public UpstreamStream openStream(@Nullable String latest) throws IOException, InterruptedException {
        UpstreamStream stream = client.openStream(
                request(SyncStreamEndpoint.PATH, latest == null ? Map.of() : Map.of(HeaderNames.LAST_EVENT_ID, latest)),
                limits.silence());
        if (stream.status() != OK) {
            stream.close();
            throw refusal(stream.status());
        }
        return stream;
    }

    private UpstreamResponse send(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return client.send(request(path, headers), limits);
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).header(HeaderNames.API_KEY, key);
        headers.forEach(request::header);
        return request;
    }

    private static byte[] body(UpstreamResponse answer) throws IOException {
        if (answer.status() != OK) {
            throw refusal(answer.status());
        }
        return answer.body();
    }

    private static IOException refusal(int status) {
        return new IOException(
                status == UNAUTHORIZED
                        ? "the upstream refuses the key of this edge (jackstaff.edge.upstream.key)"
                        : "the upstream answered " + status);
    }
}
