package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.RequestObject;
import dev.jackstaff.protocols.flexflag.FlexflagEdges;
import dev.jackstaff.protocols.flexflag.FlexflagServers;
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

/** The sync of one FlexFlag edge server over a WebSocket. */
@ServerEndpoint("/api/v1/edge/sync/ws")
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class EdgeSocket {
    private static final int LONGEST_MESSAGE = 65_536;
    private static final Logger LOG = Logger.getLogger(EdgeSocket.class.getName());

    @Inject
    FlexflagEdges edges;

    @Inject
    FlexflagServers servers;

    @Inject
    EdgeSockets sockets;

    private @Nullable EdgeLink link;

    @OnOpen
    public void open(Session session) throws IOException {
        if (!(session.getUserPrincipal() instanceof EdgeSocketGate.EdgeServer server)) {
            session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "API key required"));
            return;
        }
        session.setMaxIdleTimeout(EdgeSockets.PATIENCE.toMillis());
        EdgeLink opened = new EdgeLink(
                session,
                servers.connected(server.place(), server.id()),
                () -> edges.opens(server.key(), server.place()),
                sockets);
        link = opened;
        sockets.add(opened);
    }

    /** What FlexFlag's edge servers say: that they live, or that they want everything once more. */
    @OnMessage(maxMessageSize = LONGEST_MESSAGE)
    public void message(String text) {
        EdgeLink known = link;
        if (known == null) {
            return;
        }
        try {
            String type =
                    RequestObject.parse(text.getBytes(StandardCharsets.UTF_8)).text("type");
            if ("ping".equals(type)) {
                known.pong();
            } else if ("request_sync".equals(type)) {
                known.again();
            }
        } catch (IllegalArgumentException unfit) {
            LOG.log(Level.FINE, "An edge server says what is no message.", unfit);
        }
    }

    @OnError
    public void failed(Throwable failure) {
        LOG.log(Level.FINE, "The socket of an edge server failed.", failure);
    }

    @OnClose
    public void close() {
        EdgeLink known = link;
        if (known != null) {
            sockets.remove(known);
            servers.gone(known.server());
        }
    }
}
