package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.client.EventStreamReader;
import dev.jackstaff.edge.upstream.client.EventStreamReader.Event;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.edge.upstream.http.SyncSource.PollResult;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.sync.SyncState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The follower of a sync upstream: reads its stream, reconnects and resumes. If the stream stays silent while requests
 * work, as behind a buffering proxy, it polls for a minute and then tries the stream again.
 */
final class SyncFollower {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);
    private static final Duration POLLING_PERIOD = Duration.ofMinutes(1);
    private static final Duration MIN_RETRY_DELAY = Duration.ofMillis(250);
    private static final Duration MAX_RETRY_DELAY = Duration.ofSeconds(3);
    private static final int MAX_SILENT_STREAMS = 2;
    private static final int MAX_EVENT_SIZE = 16 << 20;
    private static final Logger LOG = Logger.getLogger(SyncFollower.class.getName());

    private final SyncSource source;
    private final StateListener listener;
    private final LongSupplier nanoTime;
    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-http-upstream", "Following the upstream", this::followOnce);
    private final Backoff backoff = new Backoff(MIN_RETRY_DELAY, MAX_RETRY_DELAY);
    private final UpstreamErrors errors;
    private final Outage outage = new Outage(LOG, "The upstream request");
    private @Nullable SyncState lastState;
    private @Nullable String lastTag;
    private int silentStreams;
    private int consecutiveFailures;
    private long nextStreamAt;
    private volatile boolean connected;

    SyncFollower(SyncSource source, StateListener listener, UpstreamErrors errors) {
        this(source, listener, errors, System::nanoTime);
    }

    /** A follower with a test's own clock. */
    SyncFollower(SyncSource source, StateListener listener, UpstreamErrors errors, LongSupplier nanoTime) {
        this.source = source;
        this.listener = listener;
        this.errors = errors;
        this.nanoTime = nanoTime;
        this.nextStreamAt = nanoTime.getAsLong();
    }

    void start() {
        loop.start();
    }

    void stop(Duration limit) {
        loop.interrupt(limit);
    }

    /** Whether the upstream answers at the moment. */
    boolean connected() {
        return connected;
    }

    /** Reads the stream until it ends, or polls once; returns the delay until the next round. */
    Duration followOnce() throws InterruptedException {
        boolean streaming = nanoTime.getAsLong() - nextStreamAt >= 0;
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
            nextStreamAt = nanoTime.getAsLong() + POLLING_PERIOD.toNanos();
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
        try (UpstreamStream stream = source.openStream(lastTag)) {
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
        long receivedAtNanos = nanoTime.getAsLong();
        byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
        if (event.name().equals("state")) {
            adopt(SyncState.read(data), event.id(), receivedAtNanos);
        } else if (event.name().equals("heartbeat") && lastState != null) {
            listener.announce(lastState.withAges(SyncState.readAges(data)), receivedAtNanos);
        }
    }

    private void poll() throws IOException, InterruptedException {
        long receivedAtNanos = nanoTime.getAsLong();
        PollResult polled = source.fetchState(lastTag);
        if (polled instanceof PollResult.Changed changed) {
            adopt(changed.state(), changed.tag(), receivedAtNanos);
        } else if (polled instanceof PollResult.Unchanged unchanged && lastState != null) {
            listener.announce(lastState.withAges(unchanged.age()), receivedAtNanos);
        }
        recordSuccess();
    }

    private void adopt(SyncState state, String id, long receivedAtNanos) {
        lastState = state;
        lastTag = id.isEmpty() ? null : id;
        listener.announce(state, receivedAtNanos);
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
        nextStreamAt = nanoTime.getAsLong();
        outage.recordFailure(cause + "; the last snapshots stay served", null);
    }
}
