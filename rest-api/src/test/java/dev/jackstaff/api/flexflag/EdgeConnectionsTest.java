package dev.jackstaff.api.flexflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.flexflag.FlexflagServerRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // in the container's place
class EdgeConnectionsTest {
    private final LiveEnvironments live = new LiveEnvironments();
    private final FlexflagServerRegistry servers = new FlexflagServerRegistry();
    private final EdgeConnections connections = new EdgeConnections();

    @BeforeEach
    void start() {
        connections.live = live;
        connections.start();
    }

    @AfterEach
    void stop() {
        connections.stop();
    }

    @Test
    void aNewServerGetsTheStateThatIsServed() {
        live.serve(FlexflagFixtures.snapshot(1));

        FakeSession socket = connect();

        await().untilAsserted(() -> assertThat(socket.sent()).hasSize(1));
    }

    @Test
    void aServerGetsChangesOfItsEnvironment() {
        FakeSession socket = connect();

        live.serve(FlexflagFixtures.snapshot(1));

        await().untilAsserted(() -> assertThat(socket.sent()).isNotEmpty());
    }

    @Test
    void aServerThatFailsDoesNotKeepOthersFromTheChange() {
        connect().breaks();
        FakeSession other = connect();

        live.serve(FlexflagFixtures.snapshot(1));

        await().untilAsserted(() -> assertThat(other.sent()).isNotEmpty());
    }

    @Test
    void aRemovedServerGetsNothingMore() throws InterruptedException {
        FakeSession socket = new FakeSession();
        EdgeConnection connection = connection(socket);
        connections.add(connection);
        FakeSession other = connect();
        CountDownLatch added = new CountDownLatch(1);
        connections.execute(added::countDown);
        added.await();

        connections.remove(connection);
        live.serve(FlexflagFixtures.snapshot(1));

        await().untilAsserted(() -> assertThat(other.sent()).isNotEmpty());
        assertThat(socket.sent()).isEmpty();
    }

    @Test
    void afterTheStopNothingRuns() {
        connections.stop();

        AtomicBoolean ran = new AtomicBoolean();
        connections.execute(() -> ran.set(true));

        assertThat(ran).isFalse();
    }

    private FakeSession connect() {
        FakeSession socket = new FakeSession();
        connections.add(connection(socket));
        return socket;
    }

    private EdgeConnection connection(FakeSession socket) {
        return new EdgeConnection(
                socket.session(), servers.connect(FlexflagFixtures.ENVIRONMENT, ""), () -> true, connections);
    }
}
