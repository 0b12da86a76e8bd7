package dev.jackstaff.api.flexflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.flexflag.FlexflagEdgeHandler;
import dev.jackstaff.protocols.flexflag.FlexflagServerRegistry;
import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // in the container's place
class EdgeSyncEndpointTest {
    private static final String PONG = "{\"type\":\"pong\"}";

    private final LiveEnvironments live = new LiveEnvironments();
    private final FlexflagServerRegistry servers = new FlexflagServerRegistry();
    private final FlexflagEdgeHandler edges = new FlexflagEdgeHandler(live, servers);
    private final EdgeConnections connections = new EdgeConnections();
    private final EdgeSyncEndpoint endpoint = new EdgeSyncEndpoint();
    private final FakeSession socket = new FakeSession();

    @BeforeEach
    void aServedEnvironment() {
        live.serve(FlexflagFixtures.snapshot(1));
        connections.live = live;
        connections.start();
        endpoint.edges = edges;
        endpoint.servers = servers;
        endpoint.connections = connections;
        socket.loginAs(new EdgeSyncFilter.EdgeServerPrincipal(
                FlexflagFixtures.SERVER_KEY, FlexflagFixtures.ENVIRONMENT, "eu"));
    }

    @AfterEach
    void stop() {
        connections.stop();
    }

    @Test
    void whoHasNoKeyIsClosed() throws IOException {
        FakeSession stranger = new FakeSession();

        endpoint.onOpen(stranger.session());
        endpoint.onMessage("{\"type\":\"ping\"}");
        endpoint.onClose();

        assertThat(stranger.closeReason())
                .extracting(CloseReason::getCloseCode)
                .isEqualTo(CloseReason.CloseCodes.VIOLATED_POLICY);
        assertThat(stranger.sent()).isEmpty();
    }

    @Test
    void anEdgeServerIsListedWhileItIsConnected() throws IOException {
        endpoint.onOpen(socket.session());
        assertThat(listed()).contains("\"total\":1", "\"id\":\"eu\"");

        endpoint.onClose();

        assertThat(listed()).contains("\"total\":0");
    }

    @Test
    void aPingIsAnsweredAfterTheMessageInFlight() throws IOException {
        endpoint.onOpen(socket.session());
        await().untilAsserted(() -> assertThat(socket.sent()).hasSize(1));

        endpoint.onMessage("{\"type\":\"ping\"}");
        socket.finishSending();

        await().untilAsserted(() -> assertThat(socket.sent()).contains(PONG));
    }

    @Test
    void aRequestForEverythingSendsTheStateAgain() throws IOException {
        endpoint.onOpen(socket.session());
        await().untilAsserted(() -> assertThat(socket.sent()).hasSize(1));
        socket.finishSending();

        endpoint.onMessage("{\"type\":\"request_sync\"}");

        await().untilAsserted(() -> assertThat(socket.sent()).hasSize(2));
    }

    @Test
    void aMessageThatIsNoJsonIsIgnored() throws IOException {
        endpoint.onOpen(socket.session());

        endpoint.onMessage("ping");

        assertThat(socket.isOpen()).isTrue();
    }

    private String listed() {
        return new String(edges.listConnected(List.of()).body(), StandardCharsets.UTF_8);
    }
}
