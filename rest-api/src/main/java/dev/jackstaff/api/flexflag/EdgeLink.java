package dev.jackstaff.api.flexflag;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.flexflag.FlexflagServers;
import dev.jackstaff.protocols.flexflag.FlexflagSync;
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
final class EdgeLink {
    private static final String PONG = "{\"type\":\"pong\"}";
    private static final Logger LOG = Logger.getLogger(EdgeLink.class.getName());

    private final Session session;
    private final FlexflagServers.Server server;
    private final BooleanSupplier admitted;
    private final Executor teller;
    private final Queue<String> unsent = new ArrayDeque<>();
    private @Nullable Snapshot known;
    private @Nullable Snapshot latest;
    private boolean news;
    private boolean sending;
    private boolean pong;

    EdgeLink(Session session, FlexflagServers.Server server, BooleanSupplier admitted, Executor teller) {
        this.teller = teller;
        this.session = session;
        this.server = server;
        this.admitted = admitted;
    }

    FlexflagServers.Server server() {
        return server;
    }

    /** What is served now. */
    synchronized void tell(Snapshot now) {
        latest = now;
        news = true;
        proceed();
    }

    /** Says that the hub lives. Asked for again before it was said, it is said once. */
    synchronized void pong() {
        pong = true;
        proceed();
    }

    /** Tells everything once more, after what is being told. */
    synchronized void again() {
        if (unsent.isEmpty()) {
            known = null;
            news = true;
            proceed();
        }
    }

    /** Asks whether the server is there, and ends what is no longer admitted. */
    void look() {
        try {
            if (admitted.getAsBoolean()) {
                server.seen(Instant.now());
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            } else {
                session.close();
            }
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.FINE, "An edge server is gone.", gone);
        }
    }

    private void proceed() {
        if (sending || !session.isOpen()) {
            return;
        }
        String next = next();
        if (next != null) {
            sending = true;
            session.getAsyncRemote().sendText(next, result -> teller.execute(() -> sent(result)));
        }
    }

    private @Nullable String next() {
        if (pong) {
            pong = false;
            return PONG;
        }
        if (unsent.isEmpty() && news && latest != null) {
            news = false;
            FlexflagSync.changes(known, latest)
                    .forEach(change -> unsent.add(new String(change, StandardCharsets.UTF_8)));
            known = latest;
        }
        return unsent.poll();
    }

    private void sent(SendResult result) {
        synchronized (this) {
            sending = false;
            if (result.isOK()) {
                proceed();
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
