package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.sync.SyncHandler;
import dev.jackstaff.protocols.sync.SyncState;
import dev.jackstaff.protocols.sync.SyncStreamEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A client for the sync protocol of a hub or edge. Every failure is an exception. */
final class SyncClient {
    /** The read timeout: about three heartbeats. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(7);

    private static final int MAX_DOCUMENT_BYTES = 64 << 20;
    private static final int MAX_STATE_BYTES = 16 << 20;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final String url;
    private final String key;
    private final Supplier<HttpClient> client;
    private final Duration readTimeout;

    /**
     * A client with the default read timeout.
     *
     * @param url the base URL, without a final slash
     * @param key an edge key
     */
    SyncClient(String url, String key, Supplier<HttpClient> client) {
        this(url, key, client, READ_TIMEOUT);
    }

    /** A client with a given read timeout. */
    SyncClient(String url, String key, Supplier<HttpClient> client, Duration readTimeout) {
        this.readTimeout = readTimeout;
        this.url = url;
        this.key = key;
        this.client = client;
    }

    /** The result of a state request. */
    sealed interface PollResult {
        /** A new state. */
        record Changed(SyncState state, String tag) implements PollResult {}

        /**
         * The known state, unchanged.
         *
         * @param age the age of the oldest environment; empty if the source does not know it
         */
        record Unchanged(Optional<Duration> age) implements PollResult {}
    }

    /**
     * Requests the state.
     *
     * @param tag the tag of the known state, without quotes; null for none
     */
    PollResult fetchState(@Nullable String tag) throws IOException, InterruptedException {
        Map<String, String> headers = tag == null ? Map.of() : Map.of("If-None-Match", '"' + tag + '"');
        HttpResponse<StreamedBody> answer = send(SyncHandler.PATH, headers);
        try (StreamedBody body = answer.body()) {
            if (answer.statusCode() == NOT_MODIFIED) {
                return new PollResult.Unchanged(age(answer));
            }
            SyncState state = SyncState.read(readDocument(answer, body, MAX_STATE_BYTES));
            return new PollResult.Changed(state, state.tag());
        }
    }

    private static Optional<Duration> age(HttpResponse<StreamedBody> answer) throws IOException {
        try {
            return answer.headers().firstValue(SyncHandler.AGE).map(SyncState::parseAge);
        } catch (IllegalArgumentException invalid) {
            throw new IOException("the header " + SyncHandler.AGE + " is not an age in seconds", invalid);
        }
    }

    /**
     * Requests an environment's snapshot document.
     *
     * @param servedHead the head of the served snapshot; null for none
     * @return null if the source no longer has it, or has nothing newer
     */
    byte @Nullable [] fetchSnapshot(String environment, @Nullable SnapshotHead servedHead)
            throws IOException, InterruptedException {
        Map<String, String> headers =
                servedHead == null ? Map.of() : Map.of("If-None-Match", SyncHandler.tag(servedHead));
        HttpResponse<StreamedBody> answer = send(SyncHandler.PATH + "/snapshots/" + encodePath(environment), headers);
        try (StreamedBody body = answer.body()) {
            return answer.statusCode() == NOT_MODIFIED || answer.statusCode() == NOT_FOUND
                    ? null
                    : readDocument(answer, body, MAX_DOCUMENT_BYTES);
        }
    }

    /**
     * Opens the stream of states. The caller closes it.
     *
     * @param latest the id of the last known state; null for none
     */
    StreamedBody openStream(@Nullable String latest) throws IOException, InterruptedException {
        HttpResponse<StreamedBody> answer =
                send(SyncStreamEndpoint.PATH, latest == null ? Map.of() : Map.of(HeaderNames.LAST_EVENT_ID, latest));
        if (answer.statusCode() != OK) {
            answer.body().close();
            throw refusal(answer);
        }
        return answer.body();
    }

    /** The longest silence on a stream. */
    Duration readTimeout() {
        return readTimeout;
    }

    private HttpResponse<StreamedBody> send(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(readTimeout)
                .header(HeaderNames.API_KEY, key)
                .header("Accept-Encoding", "gzip");
        headers.forEach(request::header);
        return client.get().send(request.build(), info -> new StreamedBody());
    }

    private byte[] readDocument(HttpResponse<StreamedBody> answer, StreamedBody body, int bound)
            throws IOException, InterruptedException {
        if (answer.statusCode() != OK) {
            throw refusal(answer);
        }
        byte[] bytes = body.readAll(bound, readTimeout);
        return answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip") ? gunzip(bytes, bound) : bytes;
    }

    private static byte[] gunzip(byte[] gzip, int bound) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] plain = in.readNBytes(bound);
            if (in.read() >= 0) {
                throw new IOException("the answer has more than " + bound + " bytes");
            }
            return plain;
        }
    }

    private static IOException refusal(HttpResponse<StreamedBody> answer) {
        return new IOException(
                answer.statusCode() == UNAUTHORIZED
                        ? "the upstream refuses the key of this edge (jackstaff.edge.upstream.key)"
                        : "the upstream answered " + answer.statusCode());
    }

    private static String encodePath(String environment) {
        String[] parts = environment.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLEncoder.encode(parts[i], StandardCharsets.UTF_8).replace("+", "%20");
        }
        return String.join("/", parts);
    }
}
