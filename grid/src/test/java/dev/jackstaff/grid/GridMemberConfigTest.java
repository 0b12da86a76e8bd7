package dev.jackstaff.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import dev.jackstaff.testprocess.TestPorts;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GridMemberConfigTest {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HUB_PORT = TestPorts.unused();
    private static HazelcastInstance hub;
    private static HazelcastInstance edge;

    @BeforeAll
    static void start() {
        hub = Hazelcast.newHazelcastInstance(config(HUB_PORT).forHub());
        edge = Hazelcast.newHazelcastInstance(config(HUB_PORT).forEdge());
    }

    @AfterAll
    static void stop() {
        Hazelcast.shutdownAll();
    }

    private static GridMemberConfig config(int port) {
        return new GridMemberConfig("grid-member-config-test", LOOPBACK, port, List.of(LOOPBACK + ":" + HUB_PORT));
    }

    @Test
    void anEdgeTakesTheNextPortAndHoldsNoData() {
        assertThat(hub.getCluster().getMembers()).hasSize(2);
        assertThat(edge.getCluster().getLocalMember().isLiteMember()).isTrue();
        assertThat(edge.getCluster().getLocalMember().getAddress().getPort()).isGreaterThan(HUB_PORT);
    }

    @Test
    void aHubWithATakenPortDoesNotStart() {
        assertThatThrownBy(() -> Hazelcast.newHazelcastInstance(config(HUB_PORT).forHub()))
                .hasStackTraceContaining(String.valueOf(HUB_PORT));
    }

    @Test
    void aClientIsNotLetIn() {
        for (HazelcastInstance member : List.of(hub, edge)) {
            ClientConfig client = new ClientConfig();
            client.setClusterName("grid-member-config-test");
            client.setProperty("hazelcast.logging.type", "none");
            client.getNetworkConfig()
                    .addAddress(LOOPBACK + ":"
                            + member.getCluster().getLocalMember().getAddress().getPort());
            client.getConnectionStrategyConfig().getConnectionRetryConfig().setClusterConnectTimeoutMillis(500);

            assertThatThrownBy(() -> HazelcastClient.newHazelcastClient(client))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void onlyObjectsOfErrorsAreRead() {
        edge.getMap("test").set("error", new IllegalStateException("lost"));
        assertThat(edge.getMap("test").get("error")).isInstanceOf(IllegalStateException.class);

        edge.getMap("test").set("forged", new java.util.concurrent.atomic.AtomicReference<>(URI.create("urn:forged")));
        assertThatThrownBy(() -> edge.getMap("test").get("forged")).isInstanceOf(HazelcastSerializationException.class);
    }
}
