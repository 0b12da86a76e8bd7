package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.edge.upstream.Failures;
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
final class Listening {
    private static final Logger LOG = Logger.getLogger(Listening.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Where the server has no such thing. */
    private static final Duration LACKING_PAUSE = Duration.ofMinutes(5);
    /** A server that lives says something every half minute. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

    private static final String EVENT = "event:";

    private final UnleashServer server;
    private final Feed feed;
    private final Supplier<Optional<UnleashToken>> token;
    private final Runnable bell;
    private final Backoff backoff = new Backoff(SHORTEST_PAUSE, LONGEST_PAUSE);
    private final Failures failures;
    private final Thread thread = Daemon.thread("jackstaff-unleash-stream", this::listen);
    private volatile @Nullable InputStream open;
    private volatile long heard;
    private volatile boolean stopped;

    private Listening(
            UnleashServer server, Feed feed, Supplier<Optional<UnleashToken>> token, Runnable bell, Failures failures) {
        this.server = server;
        this.feed = feed;
        this.token = token;
        this.bell = bell;
        this.failures = failures;
    }

    /**
     * Listens for as long as a document is followed.
     *
     * @param token what to ask with
     * @param bell is rung where there may be something new
     */
    static Listening begin(
            UnleashServer server, Feed feed, Supplier<Optional<UnleashToken>> token, Runnable bell, Failures failures) {
        Listening listening = new Listening(server, feed, token, bell, failures);
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
        hangUp();
    }

    private void listen() {
        try {
            while (!stopped && !feed.ended()) {
                TimeUnit.MILLISECONDS.sleep(once().toMillis());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens until the connection ends, and says when to try again. */
    private Duration once() {
        UnleashToken asking = token.get().orElse(null);
        if (asking == null) {
            return SHORTEST_PAUSE;
        }
        try (InputStream stream = server.changes(asking);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            open = stream;
            heard = System.nanoTime();
            watch(stream);
            for (String line = lines.readLine(); line != null && !feed.ended(); line = lines.readLine()) {
                heard = System.nanoTime();
                backoff.reset();
                if (line.startsWith(EVENT)) {
                    bell.run();
                }
            }
        } catch (UnleashServer.Unexpected refused) {
            LOG.log(Level.FINE, "The Unleash server does not tell of changes.", refused);
            return refused.lacking() ? LACKING_PAUSE : backoff.next();
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.FINE, "The Unleash server no longer tells of changes.", broken);
        } finally {
            open = null;
        }
        failures.count(Failures.Kind.STREAM);
        return backoff.next();
    }

    /** Hangs up where the server has fallen silent. */
    private void watch(InputStream stream) {
        CompletableFuture.delayedExecutor(LONGEST_SILENCE.toMillis() / 3, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!stream.equals(open)) {
                        return;
                    }
                    if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
                        hangUp();
                    } else {
                        watch(stream);
                    }
                });
    }

    private void hangUp() {
        InputStream stream = open;
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
