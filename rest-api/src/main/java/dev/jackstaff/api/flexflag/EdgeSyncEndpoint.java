package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.flexflag.FlexflagEdgeHandler;
import dev.jackstaff.protocols.flexflag.FlexflagServerRegistry;
import dev.jackstaff.protocols.json.RequestObject;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The WebSocket endpoint of FlexFlag edge servers. */
@ServerEndpoint("/api/v1/edge/sync/ws")
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class EdgeSyncEndpoint {
    private static final int MAX_MESSAGE_LENGTH = 65_536;
    private static final Logger LOG = Logger.getLogger(EdgeSyncEndpoint.class.getName());

    @Inject
    FlexflagEdgeHandler edges;

    @Inject
    FlexflagServerRegistry servers;

    @Inject
    EdgeConnections connections;

    private @Nullable EdgeConnection connection;

    @OnOpen
    public void onOpen(Session session) throws IOException {
        if (!(session.getUserPrincipal() instanceof EdgeSyncFilter.EdgeServerPrincipal server)) {
            session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "API key required"));
            return;
        }
        session.setMaxIdleTimeout(EdgeConnections.IDLE_TIMEOUT.toMillis());
        EdgeConnection opened = new EdgeConnection(
                session,
                servers.connect(server.environment(), server.id()),
                () -> edges.opens(server.key(), server.environment()),
                connections);
        connection = opened;
        connections.add(opened);
    }

    /** Handles a message of an edge server: a ping, or a request for a full sync. */
    @OnMessage(maxMessageSize = MAX_MESSAGE_LENGTH)
    public void onMessage(String text) {
        EdgeConnection current = connection;
        if (current == null) {
            return;
        }
        try {
            String type =
                    RequestObject.parse(text.getBytes(StandardCharsets.UTF_8)).text("type");
            if ("ping".equals(type)) {
                current.pong();
            } else if ("request_sync".equals(type)) {
                current.resendAll();
            }
        } catch (IllegalArgumentException malformed) {
            LOG.log(Level.FINE, "An edge server sent an invalid message.", malformed);
        }
    }

    @OnError
    public void onError(Throwable failure) {
        LOG.log(Level.FINE, "The socket of an edge server failed.", failure);
    }

    @OnClose
    public void onClose() {
        EdgeConnection current = connection;
        if (current != null) {
            connections.remove(current);
            servers.disconnect(current.server());
        }
    }
}
