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

/** Requests to an upstream: bounded in time from the first byte to the last, and in size. Bodies may come compressed. */
public final class UpstreamClient {
    private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private final HttpClient client;
    private final Duration responseTimeout;

    /**
     * A way to ask.
     *
     * @param connecting how long a connection may take
     * @param limit how long a whole answer may take
     */
    public UpstreamClient(Duration connecting, Duration limit) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connecting)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.responseTimeout = limit;
    }

    /** An answer. */
    @SuppressWarnings("ArrayRecordComponent") // read once, by who asked
    public record UpstreamResponse(int status, HttpResponse<?> httpResponse, byte[] body) {
        public Optional<String> header(String name) {
            return httpResponse.headers().firstValue(name);
        }

        /** How old the source's own knowledge is, where it says so; nothing otherwise. */
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
     * Asks.
     *
     * @throws IOException where no whole answer came in time, or too large a one
     */
    public UpstreamResponse send(HttpRequest.Builder request) throws IOException {
        HttpRequest whole = request.setHeader("Accept-Encoding", "gzip")
                .setHeader("Accept", "application/json")
                .timeout(responseTimeout)
                .build();
        long end = System.nanoTime() + responseTimeout.toNanos();
        HttpResponse<byte[]> answer = answer(whole, end);
        Optional<HttpRequest> next = SameOriginRedirects.next(whole, answer);
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

    private HttpResponse<byte[]> answer(HttpRequest whole, long end) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(whole, head -> new BoundedBodySubscriber());
        try {
            return coming.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IOException(reasonOf(cause), cause);
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw new IOException("no whole answer within " + responseTimeout.toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    /**
     * Begins to read an answer that has no end. Its bytes come as the server sends them; who reads them watches the time.
     *
     * @throws IOException where no answer began in time
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
        return new IOException("an answer of more than " + MAX_BODY_BYTES + " bytes");
    }

    /** A body in memory, up to a size. */
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
                byte[] some = new byte[part.remaining()];
                part.get(some);
                bytes.writeBytes(some);
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

    /** Nothing to ask yet. */
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
