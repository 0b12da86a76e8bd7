package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.thread.DaemonThreads;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.stream.EventStreamReader;
import dev.jackstaff.edge.upstream.stream.EventStreamReader.Event;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A client of the server's change stream. An event only triggers a fetch, so documents always come whole from the
 * server.
 */
final class ChangeStreamClient {
    private static final Logger LOG = Logger.getLogger(ChangeStreamClient.class.getName());
    private static final Duration MIN_RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_RETRY_DELAY = Duration.ofSeconds(30);
    /** The delay after an answer that the server has no stream. */
    private static final Duration UNSUPPORTED_RETRY_DELAY = Duration.ofMinutes(5);
    /** The longest silence; a live server sends something every 30 seconds. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(90);

    /** The greatest size of an event in characters; an event holds a document, as an answer does. */
    private static final int LARGEST_EVENT = 64 << 20;

    private static final int PIECE = 8_192;
    private static final String UNNAMED = "message";

    private final UnleashApiClient server;
    private final PolledDocument document;
    private final Supplier<Optional<UnleashToken>> token;
    private final Runnable onChange;
    private final Backoff backoff = new Backoff(MIN_RETRY_DELAY, MAX_RETRY_DELAY);
    private final UpstreamErrors errors;
    private final Thread thread = DaemonThreads.create("jackstaff-unleash-stream", this::runLoop);
    private volatile @Nullable InputStream openStream;
    private volatile long lastHeardNanos;
    private volatile boolean stopped;
    private int inARow;

    private ChangeStreamClient(
            UnleashApiClient server,
            PolledDocument feed,
            Supplier<Optional<UnleashToken>> token,
            Runnable bell,
            UpstreamErrors failures) {
        this.server = server;
        this.document = feed;
        this.token = token;
        this.onChange = bell;
        this.errors = failures;
    }

    /**
     * Starts reading the stream for as long as the document is polled.
     *
     * @param token the token of the request
     * @param bell runs when there may be something new
     */
    static ChangeStreamClient start(
            UnleashApiClient server,
            PolledDocument feed,
            Supplier<Optional<UnleashToken>> token,
            Runnable bell,
            UpstreamErrors failures) {
        ChangeStreamClient listening = new ChangeStreamClient(server, feed, token, bell, failures);
        listening.thread.start();
        return listening;
    }

    /** Whether the thread has ended. */
    boolean ended() {
        return !thread.isAlive();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
        closeStream();
    }

    private void runLoop() {
        try {
            while (!stopped && !document.ended()) {
                TimeUnit.MILLISECONDS.sleep(readStream().toMillis());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the stream until it ends; returns the delay until the next try. */
    private Duration readStream() {
        UnleashToken asking = token.get().orElse(null);
        if (asking == null) {
            return MIN_RETRY_DELAY;
        }
        try (InputStream stream = server.openChangeStream(asking)) {
            openStream = stream;
            lastHeardNanos = System.nanoTime();
            watchSilence(stream);
            EventStreamReader events = new EventStreamReader(() -> bytes(stream), LARGEST_EVENT);
            for (Event event = events.next(); event != null && !document.ended(); event = events.next()) {
                if (!event.name().equals(UNNAMED)) {
                    onChange.run();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (UnleashApiClient.UnexpectedStatusException refused) {
            LOG.log(Level.FINE, "The Unleash server refuses the change stream.", refused);
            return refused.isUnsupported() ? UNSUPPORTED_RETRY_DELAY : backoff.delay(++inARow);
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.FINE, "The change stream of the Unleash server broke.", broken);
        } catch (Error unforeseen) {
            LOG.log(Level.SEVERE, "Reading the change stream of the Unleash server failed; it is retried.", unforeseen);
        } finally {
            openStream = null;
        }
        errors.record(UpstreamErrors.ErrorKind.STREAM);
        return backoff.delay(++inARow);
    }

    private byte @Nullable [] bytes(InputStream stream) throws IOException {
        byte[] piece = new byte[PIECE];
        int read = stream.read(piece);
        if (read < 0) {
            return null;
        }
        lastHeardNanos = System.nanoTime();
        inARow = 0;
        return Arrays.copyOf(piece, read);
    }

    /** Closes the stream when the server stays silent. */
    private void watchSilence(InputStream stream) {
        CompletableFuture.delayedExecutor(MAX_SILENCE.toMillis() / 3, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!stream.equals(openStream)) {
                        return;
                    }
                    if (System.nanoTime() - lastHeardNanos > MAX_SILENCE.toNanos()) {
                        closeStream();
                    } else {
                        watchSilence(stream);
                    }
                });
    }

    private void closeStream() {
        InputStream stream = openStream;
        if (stream == null) {
            return;
        }
        try {
            stream.close();
        } catch (IOException closed) {
            LOG.log(Level.FINE, "The change stream was already closed.", closed);
        }
    }
}
