package dev.jackstaff.api.flexflag;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.flexflag.FlexflagServerRegistry;
import dev.jackstaff.protocols.flexflag.FlexflagSyncDocuments;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one FlexFlag edge server. The next message is made only after the previous was sent, from the
 * snapshot served then, so a slow server costs no more memory than one difference between two revisions.
 */
final class EdgeConnection {
    private static final String PONG = "{\"type\":\"pong\"}";
    private static final Logger LOG = Logger.getLogger(EdgeConnection.class.getName());

    private final Session session;
    private final FlexflagServerRegistry.Server server;
    private final BooleanSupplier stillAdmitted;
    private final Executor executor;
    private final Queue<String> unsent = new ArrayDeque<>();
    private @Nullable Snapshot sentSnapshot;
    private @Nullable Snapshot latestSnapshot;
    private boolean changed;
    private boolean sending;
    private boolean pong;

    EdgeConnection(Session session, FlexflagServerRegistry.Server server, BooleanSupplier admitted, Executor teller) {
        this.executor = teller;
        this.session = session;
        this.server = server;
        this.stillAdmitted = admitted;
    }

    FlexflagServerRegistry.Server server() {
        return server;
    }

    /** Queues the current snapshot. */
    synchronized void send(Snapshot now) {
        latestSnapshot = now;
        changed = true;
        sendNext();
    }

    /** Queues a pong; several requests yield one. */
    synchronized void pong() {
        pong = true;
        sendNext();
    }

    /** Sends everything again after the current messages. */
    synchronized void resendAll() {
        if (unsent.isEmpty()) {
            sentSnapshot = null;
            changed = true;
            sendNext();
        }
    }

    /** Pings the server, and closes a connection whose key is no longer valid. */
    void checkAlive() {
        try {
            if (stillAdmitted.getAsBoolean()) {
                server.markSeen();
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            } else {
                session.close();
            }
        } catch (IOException | RuntimeException | Error failure) {
            LOG.log(Level.FINE, "An edge server cannot be pinged.", failure);
        }
    }

    private void sendNext() {
        if (sending || !session.isOpen()) {
            return;
        }
        String next = nextMessage();
        if (next != null) {
            sending = true;
            session.getAsyncRemote().sendText(next, result -> executor.execute(() -> onSent(result)));
        }
    }

    private @Nullable String nextMessage() {
        if (pong) {
            pong = false;
            return PONG;
        }
        if (unsent.isEmpty() && changed && latestSnapshot != null) {
            changed = false;
            FlexflagSyncDocuments.changes(sentSnapshot, latestSnapshot)
                    .forEach(change -> unsent.add(new String(change, StandardCharsets.UTF_8)));
            sentSnapshot = latestSnapshot;
        }
        return unsent.poll();
    }

    private void onSent(SendResult result) {
        synchronized (this) {
            sending = false;
            if (result.isOK()) {
                sendNext();
                return;
            }
        }
        LOG.log(Level.FINE, "Sending to an edge server failed.", result.getException());
        try {
            session.close();
        } catch (IOException failure) {
            LOG.log(Level.FINEST, "The connection of an edge server cannot be closed.", failure);
        }
    }
}
