package dev.jackstaff.edge.upstream.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** An HTTP client for upstreams, bounded in time and size. Accepts gzip. */
public final class UpstreamClient {
    private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private final HttpClient client;
    private final Duration responseTimeout;

    /**
     * A client with time limits.
     *
     * @param connecting the time limit of a connection
     * @param limit the time limit of a whole answer
     */
    public UpstreamClient(Duration connecting, Duration limit) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connecting)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.responseTimeout = limit;
    }

    /** An upstream's response with its body. */
    @SuppressWarnings("ArrayRecordComponent") // read once, by the caller
    public record UpstreamResponse(int status, HttpResponse<?> httpResponse, byte[] body) {
        public Optional<String> header(String name) {
            return httpResponse.headers().firstValue(name);
        }

        /** The age that the upstream reports for its own snapshot; zero if it reports none. */
        public Duration age() {
            return header("Jackstaff-Snapshot-Age")
                    .map(UpstreamResponse::parseSeconds)
                    .orElse(Duration.ZERO);
        }

        private static Duration parseSeconds(String text) {
            try {
                return Duration.ofMillis(Math.max(0, Math.round(Double.parseDouble(text) * 1_000)));
            } catch (NumberFormatException unreadable) {
                return Duration.ZERO;
            }
        }
    }

    /**
     * Sends a request and reads the whole response.
     *
     * @throws IOException if no whole answer came in time, or if it is too large
     */
    public UpstreamResponse send(HttpRequest.Builder request) throws IOException {
        HttpRequest current = request.setHeader("Accept-Encoding", "gzip")
                .setHeader("Accept", "application/json")
                .timeout(responseTimeout)
                .build();
        long end = System.nanoTime() + responseTimeout.toNanos();
        HttpResponse<byte[]> answer = answer(current, end);
        Optional<HttpRequest> next = SameOriginRedirects.next(current, answer);
        for (int i = 0; i < SameOriginRedirects.LIMIT && next.isPresent(); i++) {
            answer = answer(next.get(), end);
            next = SameOriginRedirects.next(next.get(), answer);
        }
        boolean zipped = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return new UpstreamResponse(answer.statusCode(), answer, zipped ? gunzip(answer.body()) : answer.body());
    }

    private HttpResponse<byte[]> answer(HttpRequest request, long end) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(request, head -> new BoundedBodySubscriber());
        try {
            return pending.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IOException(reasonOf(cause), cause);
        } catch (TimeoutException timeout) {
            pending.cancel(true);
            throw new IOException("no complete answer within " + responseTimeout.toMillis() + " ms", timeout);
        } catch (InterruptedException stopped) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    /**
     * Opens an endless response, which the caller reads with a time limit.
     *
     * @throws IOException if no answer began in time
     */
    public HttpResponse<InputStream> openStream(HttpRequest.Builder request) throws IOException {
        try {
            Optional<HttpRequest> next =
                    Optional.of(request.timeout(responseTimeout).build());
            HttpResponse<InputStream> answer = begin(next.get());
            next = SameOriginRedirects.next(next.get(), answer);
            for (int i = 0; i < SameOriginRedirects.LIMIT && next.isPresent(); i++) {
                answer.body().close();
                answer = begin(next.get());
                next = SameOriginRedirects.next(next.get(), answer);
            }
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private HttpResponse<InputStream> begin(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String reasonOf(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
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

    /** A body subscriber with a size limit. */
    private static final class BoundedBodySubscriber implements HttpResponse.BodySubscriber<byte[]> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.Subscription subscription = new NoSubscription();

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] chunk = new byte[part.remaining()];
                part.get(chunk);
                bytes.writeBytes(chunk);
            }
            if (bytes.size() > MAX_BODY_BYTES) {
                subscription.cancel();
                body.completeExceptionally(tooLarge());
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }

    /** The subscription before onSubscribe. */
    private static final class NoSubscription implements Flow.Subscription {
        @Override
        public void request(long count) {
            throw new IllegalStateException("not subscribed");
        }

        @Override
        public void cancel() {
            throw new IllegalStateException("not subscribed");
        }
    }
}
