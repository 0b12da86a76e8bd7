package dev.jackstaff.edge.upstream.client;

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
        Signal next = signals.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            throw new HttpTimeoutException("no data for " + timeout.toMillis() + " ms");
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
