package dev.jackstaff.edge.upstream.client;

import dev.jackstaff.edge.tls.client.ReloadableSslContext;
import dev.jackstaff.edge.tls.client.TlsSettings;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of the edge for its upstream: bounded in time and size, with gzip. Redirects are followed within the
 * same origin only, because requests carry credentials. Replaced certificates count for the next request. Thread-safe.
 */
public final class UpstreamClient {
    /** The largest body: 64 MiB, and less with a heap below 1 GiB, which it would fill. */
    private static final int MAX_BODY_BYTES =
            (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 16);

    private final ReloadableSslContext tls;
    private final Duration connectTimeout;
    private final LongSupplier nanoTime = System::nanoTime;
    private @Nullable Connections connections;

    /** A pool of connections with the certificates that it was made with. */
    private record Connections(Optional<SSLContext> certificates, HttpClient client) {}

    /**
     * A client with the certificates that the settings name.
     *
     * @throws IllegalArgumentException if they are invalid; the message names the setting
     */
    public UpstreamClient(EdgeSettings settings, Duration connectTimeout) {
        this.tls = ReloadableSslContext.of(TlsSettings.UPSTREAM, settings);
        this.connectTimeout = connectTimeout;
    }

    /**
     * Sends a request and reads the whole response.
     *
     * @throws IOException if no whole answer came in time, if it is too large, or if it leads to another origin
     */
    public UpstreamResponse send(HttpRequest.Builder request, TimeLimits limits)
            throws IOException, InterruptedException {
        long end = nanoTime.getAsLong() + limits.whole().toNanos();
        HttpResponse<StreamedBody> answer = open(request.setHeader("Accept-Encoding", "gzip"), limits.silence());
        try (StreamedBody body = answer.body()) {
            byte[] bytes = readAll(body, limits, end);
            boolean zipped = bytes.length > 0
                    && answer.headers()
                            .firstValue("Content-Encoding")
                            .filter("gzip"::equalsIgnoreCase)
                            .isPresent();
            return new UpstreamResponse(answer.statusCode(), answer.headers(), zipped ? gunzip(bytes) : bytes);
        }
    }

    /**
     * Opens a response without an end.
     *
     * @param silence the time limit of its head, and of the time between two of its parts
     * @throws IOException if no answer began in time, or if it leads to another origin
     */
    public UpstreamStream openStream(HttpRequest.Builder request, Duration silence)
            throws IOException, InterruptedException {
        HttpResponse<StreamedBody> answer = open(request, silence);
        StreamedBody body = answer.body();
        return new UpstreamStream(answer.statusCode(), () -> body.next(silence), body);
    }

    private HttpResponse<StreamedBody> open(HttpRequest.Builder request, Duration timeout)
            throws IOException, InterruptedException {
        return follow(request.timeout(timeout).build(), SameOriginRedirects.LIMIT);
    }

    /** The answer at the end of the redirects; its body is still to be read and closed. */
    private HttpResponse<StreamedBody> follow(HttpRequest request, int redirectsLeft)
            throws IOException, InterruptedException {
        HttpResponse<StreamedBody> answer = client().send(request, head -> new StreamedBody());
        try {
            Optional<HttpRequest> next = SameOriginRedirects.next(request, answer);
            if (next.isEmpty() || redirectsLeft == 0) {
                return answer;
            }
            answer.body().close();
            return follow(next.get(), redirectsLeft - 1);
        } catch (IOException failed) {
            answer.body().close();
            throw failed;
        }
    }

    private synchronized HttpClient client() {
        Optional<SSLContext> certificates = tls.current();
        Connections current = connections;
        if (current == null || !current.certificates().equals(certificates)) {
            current = new Connections(certificates, connect(certificates));
            connections = current;
        }
        return current.client();
    }

    private HttpClient connect(Optional<SSLContext> certificates) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER);
        certificates.ifPresent(builder::sslContext);
        return builder.build();
    }

    private byte[] readAll(StreamedBody body, TimeLimits limits, long end) throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk = next(body, limits, end); chunk != null; chunk = next(body, limits, end)) {
            if (chunk.length > MAX_BODY_BYTES - all.size()) {
                throw tooLarge();
            }
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }

    private byte @Nullable [] next(StreamedBody body, TimeLimits limits, long end)
            throws IOException, InterruptedException {
        Duration left = Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
        if (left.compareTo(limits.silence()) > 0) {
            return body.next(limits.silence());
        }
        try {
            return body.next(left);
        } catch (HttpTimeoutException timeout) {
            throw new IOException("no complete answer within " + limits.whole().toMillis() + " ms", timeout);
        }
    }

    private static byte[] gunzip(byte[] zipped) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] bytes = plain.readNBytes(MAX_BODY_BYTES + 1);
            if (bytes.length > MAX_BODY_BYTES) {
                throw tooLarge();
            }
            return bytes;
        }
    }

    private static IOException tooLarge() {
        return new IOException("the answer has more than " + MAX_BODY_BYTES + " bytes");
    }
}
