package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.sync.Sync;
import dev.jackstaff.protocols.sync.SyncState;
import dev.jackstaff.protocols.sync.SyncStreams;
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

/** A hub or an edge, asked over HTTP for what it serves to edges. What is not answered, or not in time, is an exception. */
final class Source {
    /** About three heartbeats: who says nothing for that long is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private static final int LARGEST_DOCUMENT = 64 << 20;
    private static final int LARGEST_STATE = 16 << 20;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final String url;
    private final String key;
    private final Supplier<HttpClient> client;
    private final Duration patience;

    /**
     * A source.
     *
     * @param url where it is, without a slash at the end
     * @param key of an edge
     */
    Source(String url, String key, Supplier<HttpClient> client) {
        this(url, key, client, PATIENCE);
    }

    /** The same, with a patience of one's own. */
    Source(String url, String key, Supplier<HttpClient> client, Duration patience) {
        this.patience = patience;
        this.url = url;
        this.key = key;
        this.client = client;
    }

    /** What becomes of the question for its state. */
    sealed interface Polled {
        /** It is another. */
        record Changed(SyncState state, String tag) implements Polled {}

        /**
         * It is the one that is known.
         *
         * @param age of every environment, at most; empty where the source does not know one
         */
        record Same(Optional<Duration> age) implements Polled {}
    }

    /**
     * Asks for the state.
     *
     * @param tag of the one that is known; null for none. Not quoted
     */
    Polled state(@Nullable String tag) throws IOException, InterruptedException {
        Map<String, String> headers = tag == null ? Map.of() : Map.of("If-None-Match", '"' + tag + '"');
        HttpResponse<Arriving> answer = send(Sync.PATH, headers);
        try (Arriving body = answer.body()) {
            if (answer.statusCode() == NOT_MODIFIED) {
                return new Polled.Same(age(answer));
            }
            SyncState state = SyncState.read(document(answer, body, LARGEST_STATE));
            return new Polled.Changed(state, state.tag());
        }
    }

    private static Optional<Duration> age(HttpResponse<Arriving> answer) throws IOException {
        try {
            return answer.headers().firstValue(Sync.AGE).map(SyncState::age);
        } catch (IllegalArgumentException unfit) {
            throw new IOException("the answer's " + Sync.AGE + " is no age", unfit);
        }
    }

    /**
     * The document of an environment.
     *
     * @param known what is served of it; null for nothing
     * @return null where the source has it no longer, or nothing else than what is known
     */
    byte @Nullable [] snapshot(String environment, @Nullable SnapshotHead known)
            throws IOException, InterruptedException {
        Map<String, String> headers = known == null ? Map.of() : Map.of("If-None-Match", Sync.tag(known));
        HttpResponse<Arriving> answer = send(Sync.PATH + "/snapshots/" + encoded(environment), headers);
        try (Arriving body = answer.body()) {
            return answer.statusCode() == NOT_MODIFIED || answer.statusCode() == NOT_FOUND
                    ? null
                    : document(answer, body, LARGEST_DOCUMENT);
        }
    }

    /**
     * Listens to the states. To be closed by the caller.
     *
     * @param latest the id of the last state that is known; null for none
     */
    Arriving stream(@Nullable String latest) throws IOException, InterruptedException {
        HttpResponse<Arriving> answer =
                send(SyncStreams.PATH, latest == null ? Map.of() : Map.of("Last-Event-ID", latest));
        if (answer.statusCode() != OK) {
            answer.body().close();
            throw refusal(answer);
        }
        return answer.body();
    }

    /** How long it may say nothing. */
    Duration patience() {
        return patience;
    }

    private HttpResponse<Arriving> send(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(patience)
                .header("X-API-Key", key)
                .header("Accept-Encoding", "gzip");
        headers.forEach(request::header);
        return client.get().send(request.build(), info -> new Arriving());
    }

    private byte[] document(HttpResponse<Arriving> answer, Arriving body, int bound)
            throws IOException, InterruptedException {
        if (answer.statusCode() != OK) {
            throw refusal(answer);
        }
        byte[] bytes = body.all(bound, patience);
        return answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip") ? plain(bytes, bound) : bytes;
    }

    private static byte[] plain(byte[] gzip, int bound) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] plain = in.readNBytes(bound);
            if (in.read() >= 0) {
                throw new IOException("the answer has more than " + bound + " bytes");
            }
            return plain;
        }
    }

    private static IOException refusal(HttpResponse<Arriving> answer) {
        return new IOException(
                answer.statusCode() == UNAUTHORIZED
                        ? "the key of this edge (jackstaff.edge.upstream.key) is refused there"
                        : "the answer is " + answer.statusCode());
    }

    private static String encoded(String environment) {
        String[] parts = environment.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLEncoder.encode(parts[i], StandardCharsets.UTF_8).replace("+", "%20");
        }
        return String.join("/", parts);
    }
}
