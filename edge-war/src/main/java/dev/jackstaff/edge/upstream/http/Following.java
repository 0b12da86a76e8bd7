package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.retry.Outage;
import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.http.ServerEvents.Event;
import dev.jackstaff.edge.upstream.http.Source.Polled;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.sync.SyncState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps up with what a source tells: listens to its stream, connects again when that ends, and resumes where it was. Where
 * the source answers but its stream says nothing, as behind a proxy that buffers, it asks for the state now and then instead,
 * and tries the stream again later.
 */
final class Following implements Runnable {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);
    private static final Duration POLLING = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final int FRUITLESS_STREAMS = 2;
    private static final Logger LOG = Logger.getLogger(Following.class.getName());

    private final Source source;
    private final Taking taking;
    private final Backoff backoff = new Backoff(SOON, LONGEST_WAIT);
    private final Failures failures;
    private final Outage asking = new Outage(LOG, "Asking the upstream");
    private @Nullable SyncState known;
    private @Nullable String tag;
    private int fruitless;
    private long streamAgain = System.nanoTime();
    private volatile boolean connected;

    Following(Source source, Taking taking, Failures failures) {
        this.source = source;
        this.taking = taking;
        this.failures = failures;
    }

    /** Whether the source answers at the moment. */
    boolean connected() {
        return connected;
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.NANOSECONDS.sleep(round().toNanos());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException unforeseen) {
                LOG.log(Level.SEVERE, "Following the upstream failed; it is tried again.", unforeseen);
            }
        }
    }

    /** Listens as long as that goes, or asks once; answers when to come again. */
    private Duration round() throws InterruptedException {
        boolean streaming = System.nanoTime() - streamAgain >= 0;
        if (streaming && listen()) {
            return backoff.next();
        }
        try {
            poll();
        } catch (IOException | DocumentException failed) {
            failed(failed);
            return backoff.next();
        }
        if (!streaming) {
            return POLL_INTERVAL;
        }
        if (++fruitless >= FRUITLESS_STREAMS) {
            fruitless = 0;
            streamAgain = System.nanoTime() + POLLING.toNanos();
            LOG.log(Level.INFO, "The upstream answers but its stream is silent: it is asked every {0}.", POLL_INTERVAL);
        }
        return backoff.next();
    }

    /** Whether anything was heard before it ended. */
    private boolean listen() throws InterruptedException {
        boolean heard = false;
        try (Arriving body = source.stream(tag)) {
            ServerEvents events = new ServerEvents(() -> body.next(source.patience()));
            for (Event event = events.next(); event != null; event = events.next()) {
                hear(event);
                heard = true;
                fruitless = 0;
                worked();
            }
        } catch (IOException | DocumentException ended) {
            LOG.log(Level.FINE, "The upstream's stream has ended.", ended);
        }
        failures.count(Failures.Kind.STREAM);
        connected = false;
        return heard;
    }

    private void hear(Event event) {
        long moment = System.nanoTime();
        byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
        if (event.name().equals("state")) {
            learn(SyncState.read(data), event.id(), moment);
        } else if (event.name().equals("heartbeat") && known != null) {
            taking.tell(known.aged(SyncState.readAges(data)), moment);
        }
    }

    private void poll() throws IOException, InterruptedException {
        long moment = System.nanoTime();
        Polled polled = source.state(tag);
        if (polled instanceof Polled.Changed changed) {
            learn(changed.state(), changed.tag(), moment);
        } else if (polled instanceof Polled.Same same && known != null) {
            taking.tell(known.aged(same.age()), moment);
        }
        worked();
    }

    private void learn(SyncState state, String id, long moment) {
        known = state;
        tag = id.isEmpty() ? null : id;
        taking.tell(state, moment);
    }

    private void worked() {
        connected = true;
        backoff.reset();
        asking.ended();
    }

    private void failed(Exception cause) {
        failures.count(Failures.Kind.FETCH);
        connected = false;
        fruitless = 0;
        streamAgain = System.nanoTime();
        asking.began(cause + "; the last snapshots are served on", null);
    }
}
