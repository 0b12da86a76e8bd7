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
 * The body of an answer while it arrives. Whoever reads it waits for the next piece no longer than it likes; no more than one
 * piece is held. To be closed, whether it was read to its end or not.
 */
final class Arriving implements HttpResponse.BodySubscriber<Arriving>, Closeable {
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean closed;

    private sealed interface Arrived {
        record Piece(List<ByteBuffer> buffers) implements Arrived {}

        record Failed(Throwable cause) implements Arrived {}

        record Ended() implements Arrived {}
    }

    @Override
    public CompletionStage<Arriving> getBody() {
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
        arrived.add(new Arrived.Piece(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        arrived.add(new Arrived.Failed(cause));
    }

    @Override
    public void onComplete() {
        arrived.add(new Arrived.Ended());
    }

    /**
     * The next piece.
     *
     * @return null at the end
     * @throws HttpTimeoutException where none arrives in time
     */
    byte @Nullable [] next(Duration patience) throws IOException, InterruptedException {
        Arrived next = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new HttpTimeoutException("nothing was heard for " + patience.toSeconds() + " s");
        }
        if (next instanceof Arrived.Failed failed) {
            throw new IOException("the connection broke", failed.cause);
        }
        if (next instanceof Arrived.Piece piece) {
            requestAnother();
            return bytes(piece.buffers);
        }
        return null;
    }

    /**
     * All that is left.
     *
     * @throws IOException where it is more than the bound, in bytes, or a piece does not arrive in time
     */
    byte[] all(int bound, Duration patience) throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece = next(patience); piece != null; piece = next(patience)) {
            if (piece.length > bound - all.size()) {
                throw new IOException("the answer has more than " + bound + " bytes");
            }
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private synchronized void requestAnother() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    private static byte[] bytes(List<ByteBuffer> buffers) {
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
