package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.thread.DaemonThreads;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the server that there is something new. What it is, is fetched as ever: the stream is only the bell, so that a
 * document is always the server's own and whole.
 */
final class ChangeStreamClient {
    private static final Logger LOG = Logger.getLogger(ChangeStreamClient.class.getName());
    private static final Duration MIN_RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_RETRY_DELAY = Duration.ofSeconds(30);
    /** Where the server has no such thing. */
    private static final Duration UNSUPPORTED_RETRY_DELAY = Duration.ofMinutes(5);
    /** A server that lives says something every half minute. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(90);

    private static final String EVENT = "event:";

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
     * Listens for as long as a document is followed.
     *
     * @param token what to ask with
     * @param bell is rung where there may be something new
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

    /** Whether it listens no longer. */
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

    /** Listens until the connection ends, and says when to try again. */
    private Duration readStream() {
        UnleashToken asking = token.get().orElse(null);
        if (asking == null) {
            return MIN_RETRY_DELAY;
        }
        try (InputStream stream = server.openChangeStream(asking);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            openStream = stream;
            lastHeardNanos = System.nanoTime();
            watchSilence(stream);
            for (String line = lines.readLine(); line != null && !document.ended(); line = lines.readLine()) {
                lastHeardNanos = System.nanoTime();
                backoff.reset();
                if (line.startsWith(EVENT)) {
                    onChange.run();
                }
            }
        } catch (UnleashApiClient.UnexpectedStatusException refused) {
            LOG.log(Level.FINE, "The Unleash server does not tell of changes.", refused);
            return refused.isUnsupported() ? UNSUPPORTED_RETRY_DELAY : backoff.nextDelay();
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.FINE, "The Unleash server no longer tells of changes.", broken);
        } finally {
            openStream = null;
        }
        errors.record(UpstreamErrors.ErrorKind.STREAM);
        return backoff.nextDelay();
    }

    /** Hangs up where the server has fallen silent. */
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
            LOG.log(Level.FINE, "It was closed already.", closed);
        }
    }
}
