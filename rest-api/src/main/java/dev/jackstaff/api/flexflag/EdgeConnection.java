package dev.jackstaff.api.flexflag;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.flexflag.FlexflagServerRegistry;
import dev.jackstaff.protocols.flexflag.FlexflagSyncDocuments;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A connected edge server's side of the sync. What is next is made only when everything before is sent, from what is served
 * then: a server that is slow costs no more memory than one difference between two revisions.
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

    /** What is served now. */
    synchronized void send(Snapshot now) {
        latestSnapshot = now;
        changed = true;
        sendNext();
    }

    /** Says that the hub lives. Asked for again before it was said, it is said once. */
    synchronized void pong() {
        pong = true;
        sendNext();
    }

    /** Tells everything once more, after what is being told. */
    synchronized void resendAll() {
        if (unsent.isEmpty()) {
            sentSnapshot = null;
            changed = true;
            sendNext();
        }
    }

    /** Asks whether the server is there, and ends what is no longer admitted. */
    void checkAlive() {
        try {
            if (stillAdmitted.getAsBoolean()) {
                server.markSeen(Instant.now());
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            } else {
                session.close();
            }
        } catch (IOException | RuntimeException | Error gone) {
            LOG.log(Level.FINE, "An edge server is gone.", gone);
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
        LOG.log(Level.FINE, "An edge server takes nothing.", result.getException());
        try {
            session.close();
        } catch (IOException gone) {
            LOG.log(Level.FINEST, "It is gone.", gone);
        }
    }
}
