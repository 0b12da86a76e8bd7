package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connection of one subscriber. Bytes are written only while the connection accepts them without blocking (Servlet
 * 6.0, 5.7); what is pending is a state, not a queue, so that a slow client costs no memory.
 */
final class StreamSubscriber implements WriteListener, AsyncListener {
    /** The time without progress after which a client is disconnected. */
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(15);

    private static final byte[] NOTHING = {};
    private static final Logger LOG = Logger.getLogger(StreamSubscriber.class.getName());

    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final EventStream stream;
    private final LiveEnvironments environments;
    private final EndListener ending;
    private final LongSupplier nanoTime;
    private boolean opened;
    private boolean updatePending;
    private boolean heartbeatPending;
    private boolean waiting;
    private boolean closed;
    private long lastWriteNanos;

    /** A listener for the end of a subscription. */
    @FunctionalInterface
    interface EndListener {
        void ended(StreamSubscriber listener, boolean stalled);
    }

    StreamSubscriber(AsyncContext connection, EventStream stream, LiveEnvironments environments, EndListener ending)
            throws IOException {
        this(connection, stream, environments, ending, System::nanoTime);
    }

    StreamSubscriber(
            AsyncContext connection,
            EventStream stream,
            LiveEnvironments environments,
            EndListener ending,
            LongSupplier nanoTime)
            throws IOException {
        this.connection = connection;
        this.out = connection.getResponse().getOutputStream();
        this.stream = stream;
        this.environments = environments;
        this.ending = ending;
        this.nanoTime = nanoTime;
        this.lastWriteNanos = nanoTime.getAsLong();
    }

    void start() {
        connection.addListener(this);
        out.setWriteListener(this);
    }

    /** Notifies the subscriber that these environments changed or were withdrawn. */
    void notifyChanged(Set<String> changed) {
        if (changed.stream().anyMatch(stream::concerns)) {
            notifyChanged();
        }
    }

    private synchronized void notifyChanged() {
        updatePending = true;
        writePending();
    }

    /** Ends the subscription when it is stalled or no longer permitted, and sends a heartbeat when one is due. */
    synchronized void checkLiveness() {
        long silence = nanoTime.getAsLong() - lastWriteNanos;
        if (waiting && silence > STALL_TIMEOUT.toNanos()) {
            end(true);
        } else if (!stream.isAdmitted()) {
            end(false);
        } else if (silence > stream.heartbeatInterval().toNanos()) {
            heartbeatPending = true;
            writePending();
        }
    }

    synchronized void close() {
        end(false);
    }

    @Override
    public synchronized void onWritePossible() {
        writePending();
    }

    private void writePending() {
        try {
            while (!closed && isReady()) {
                byte[] next = next();
                if (next.length == 0) {
                    return;
                }
                out.write(next);
                lastWriteNanos = nanoTime.getAsLong();
                if (isReady()) {
                    out.flush();
                }
            }
        } catch (IOException disconnected) {
            LOG.log(Level.FINE, "A stream subscriber disconnected.", disconnected);
            end(false);
        }
    }

    private boolean isReady() {
        waiting = !out.isReady();
        return !waiting;
    }

    private byte[] next() {
        if (!stream.isAdmitted()) {
            end(false);
            return NOTHING;
        }
        if (!opened) {
            opened = true;
            return stream.initialEvents(environments);
        }
        if (updatePending) {
            updatePending = false;
            byte[] update = stream.update(environments);
            if (update.length > 0) {
                return update;
            }
        }
        boolean beating = heartbeatPending;
        heartbeatPending = false;
        return beating ? stream.heartbeat(environments) : NOTHING;
    }

    private void end(boolean stalled) {
        if (closed) {
            return;
        }
        closed = true;
        ending.ended(this, stalled);
        try {
            connection.complete();
        } catch (IllegalStateException completed) {
            LOG.log(Level.FINEST, "The connection had already ended.", completed);
        }
    }

    @Override
    public void onError(Throwable disconnected) {
        LOG.log(Level.FINE, "A stream subscriber disconnected.", disconnected);
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
