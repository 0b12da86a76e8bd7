package dev.jackstaff.edge.upstream.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A streamed response body, read in chunks with a time limit each; at most one chunk is buffered. Must be closed, even
 * if it was read to its end.
 */
final class StreamedBody implements HttpResponse.BodySubscriber<StreamedBody>, Closeable {
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean closed;

    private sealed interface Signal {
        record Chunk(List<ByteBuffer> buffers) implements Signal {}

        record Failure(Throwable cause) implements Signal {}

        record End() implements Signal {}
    }

    @Override
    public CompletionStage<StreamedBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Signal.Chunk(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Failure(cause));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.End());
    }

    /**
     * The next chunk.
     *
     * @return null at the end
     * @throws HttpTimeoutException if none arrives in time
     */
    byte @Nullable [] next(Duration timeout) throws IOException, InterruptedException {
        Signal next = signals.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new HttpTimeoutException("no data for " + timeout.toSeconds() + " s");
        }
        if (next instanceof Signal.Failure failed) {
            throw new IOException("the connection was lost", failed.cause);
        }
        if (next instanceof Signal.Chunk chunk) {
            requestAnother();
            return concatenate(chunk.buffers);
        }
        return null;
    }

    /**
     * The rest of the body.
     *
     * @throws IOException if it is longer than the bound, in bytes, or if a chunk does not arrive in time
     */
    byte[] readAll(int bound, Duration timeout) throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk = next(timeout); chunk != null; chunk = next(timeout)) {
            if (chunk.length > bound - all.size()) {
                throw new IOException("the answer has more than " + bound + " bytes");
            }
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }

    private synchronized void requestAnother() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    private static byte[] concatenate(List<ByteBuffer> buffers) {
        ByteBuffer all = ByteBuffer.allocate(
                buffers.stream().mapToInt(ByteBuffer::remaining).sum());
        buffers.forEach(all::put);
        return all.array();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
