package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.client.EventStreamReader;
import dev.jackstaff.edge.upstream.client.EventStreamReader.Event;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.edge.upstream.http.SyncClient.PollResult;
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
 * The follower of a sync upstream: reads its stream, reconnects and resumes. If the stream stays silent while requests
 * work, as behind a buffering proxy, it polls for a minute and then tries the stream again.
 */
final class SyncFollower implements Runnable {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);
    private static final Duration POLLING_PERIOD = Duration.ofMinutes(1);
    private static final Duration MIN_RETRY_DELAY = Duration.ofMillis(250);
    private static final Duration MAX_RETRY_DELAY = Duration.ofSeconds(3);
    private static final int MAX_SILENT_STREAMS = 2;
    private static final int MAX_EVENT_SIZE = 16 << 20;
    private static final Logger LOG = Logger.getLogger(SyncFollower.class.getName());

    private final SyncClient client;
    private final SnapshotFetcher fetcher;
    private final Backoff backoff = new Backoff(MIN_RETRY_DELAY, MAX_RETRY_DELAY);
    private final UpstreamErrors errors;
    private final Outage outage = new Outage(LOG, "The upstream request");
    private @Nullable SyncState lastState;
    private @Nullable String lastTag;
    private int silentStreams;
    private int consecutiveFailures;
    private long nextStreamAt = System.nanoTime();
    private volatile boolean connected;

    SyncFollower(SyncClient client, SnapshotFetcher fetcher, UpstreamErrors errors) {
        this.client = client;
        this.fetcher = fetcher;
        this.errors = errors;
    }

    /** Whether the upstream answers at the moment. */
    boolean connected() {
        return connected;
    }

    /** Runs until interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.NANOSECONDS.sleep(followOnce().toNanos());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error unforeseen) {
                LOG.log(Level.SEVERE, "Following the upstream failed; it is retried.", unforeseen);
            }
        }
    }

    /** Reads the stream until it ends, or polls once; returns the delay until the next round. */
    private Duration followOnce() throws InterruptedException {
        boolean streaming = System.nanoTime() - nextStreamAt >= 0;
        if (streaming && listen()) {
            return backoff.delay(++consecutiveFailures);
        }
        try {
            poll();
        } catch (IOException | DocumentException failed) {
            recordFailure(failed);
            return backoff.delay(++consecutiveFailures);
        }
        if (!streaming) {
            return POLL_INTERVAL;
        }
        if (++silentStreams >= MAX_SILENT_STREAMS) {
            silentStreams = 0;
            nextStreamAt = System.nanoTime() + POLLING_PERIOD.toNanos();
            LOG.log(
                    Level.INFO,
                    "The upstream answers but its stream sends nothing: polling every {0} instead.",
                    POLL_INTERVAL);
        }
        return backoff.delay(++consecutiveFailures);
    }

    /** Reads the stream until it ends; returns whether any event came. */
    private boolean listen() throws InterruptedException {
        boolean received = false;
        try (UpstreamStream stream = client.openStream(lastTag)) {
            EventStreamReader events = new EventStreamReader(stream.bytes(), MAX_EVENT_SIZE);
            for (Event event = events.next(); event != null; event = events.next()) {
                handle(event);
                received = true;
                silentStreams = 0;
                recordSuccess();
            }
        } catch (IOException | DocumentException ended) {
            LOG.log(Level.FINE, "The upstream's stream has ended.", ended);
        }
        errors.record(UpstreamErrors.ErrorKind.STREAM);
        connected = false;
        return received;
    }

    private void handle(Event event) {
        long receivedAtNanos = System.nanoTime();
        byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
        if (event.name().equals("state")) {
            adopt(SyncState.read(data), event.id(), receivedAtNanos);
        } else if (event.name().equals("heartbeat") && lastState != null) {
            fetcher.announce(lastState.withAges(SyncState.readAges(data)), receivedAtNanos);
        }
    }

    private void poll() throws IOException, InterruptedException {
        long receivedAtNanos = System.nanoTime();
        PollResult polled = client.fetchState(lastTag);
        if (polled instanceof PollResult.Changed changed) {
            adopt(changed.state(), changed.tag(), receivedAtNanos);
        } else if (polled instanceof PollResult.Unchanged unchanged && lastState != null) {
            fetcher.announce(lastState.withAges(unchanged.age()), receivedAtNanos);
        }
        recordSuccess();
    }

    private void adopt(SyncState state, String id, long receivedAtNanos) {
        lastState = state;
        lastTag = id.isEmpty() ? null : id;
        fetcher.announce(state, receivedAtNanos);
    }

    private void recordSuccess() {
        connected = true;
        consecutiveFailures = 0;
        outage.recordSuccess();
    }

    private void recordFailure(Exception cause) {
        errors.record(UpstreamErrors.ErrorKind.FETCH);
        connected = false;
        silentStreams = 0;
        nextStreamAt = System.nanoTime();
        outage.recordFailure(cause + "; the last snapshots stay served", null);
    }
}
