package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.client.EventStreamReader;
import dev.jackstaff.edge.upstream.client.EventStreamReader.Event;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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

    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    /** The greatest size of an event in characters; an event holds a document, as an answer does. */
    private static final int MAX_EVENT_SIZE = 64 << 20;

    private static final String UNNAMED = "message";

    private final StreamOpener opener;
    private final PolledDocument document;
    private final Supplier<Optional<UnleashToken>> token;
    private final Runnable onChange;
    private final Backoff backoff = new Backoff(MIN_RETRY_DELAY, MAX_RETRY_DELAY);
    private final UpstreamErrors errors;
    private final BackgroundLoop loop = new BackgroundLoop(
            "jackstaff-unleash-stream", "Reading the change stream of the Unleash server", this::readStream);
    private int consecutiveFailures;

    /** The opening of the server's stream. */
    @FunctionalInterface
    interface StreamOpener {
        /**
         * Opens the stream.
         *
         * @param silence the longest time without any data
         */
        UpstreamStream open(UnleashToken token, Duration silence) throws IOException, InterruptedException;
    }

    /**
     * A client that is not started.
     *
     * @param token the token of the request
     * @param onChange runs when there may be something new
     */
    ChangeStreamClient(
            StreamOpener opener,
            PolledDocument document,
            Supplier<Optional<UnleashToken>> token,
            Runnable onChange,
            UpstreamErrors errors) {
        this.opener = opener;
        this.document = document;
        this.token = token;
        this.onChange = onChange;
        this.errors = errors;
    }

    /** Reads the stream for as long as the document is polled. */
    ChangeStreamClient start() {
        loop.start();
        return this;
    }

    /** Whether the stream is not read any more. */
    boolean ended() {
        return !loop.isRunning();
    }

    void stop() {
        loop.interrupt(STOP_LIMIT);
    }

    /** Reads the stream until it ends; returns the delay until the next try. */
    Duration readStream() throws InterruptedException {
        if (document.ended()) {
            loop.stop();
            return Duration.ZERO;
        }
        UnleashToken currentToken = token.get().orElse(null);
        if (currentToken == null) {
            return MIN_RETRY_DELAY;
        }
        try (UpstreamStream stream = opener.open(currentToken, MAX_SILENCE)) {
            EventStreamReader events =
                    new EventStreamReader(() -> heard(stream.bytes().next()), MAX_EVENT_SIZE);
            for (Event event = events.next(); event != null && !document.ended(); event = events.next()) {
                if (!event.name().equals(UNNAMED)) {
                    onChange.run();
                }
            }
        } catch (UnleashApiClient.UnexpectedStatusException refused) {
            LOG.log(Level.FINE, "The Unleash server refuses the change stream.", refused);
            return refused.isUnsupported() ? UNSUPPORTED_RETRY_DELAY : backoff.delay(++consecutiveFailures);
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.FINE, "The change stream of the Unleash server broke.", broken);
        }
        errors.record(UpstreamErrors.ErrorKind.STREAM);
        return backoff.delay(++consecutiveFailures);
    }

    private byte @Nullable [] heard(byte @Nullable [] bytes) {
        consecutiveFailures = bytes == null ? consecutiveFailures : 0;
        return bytes;
    }
}
