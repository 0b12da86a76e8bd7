package dev.jackstaff.edge.upstream.grid;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.GlobalSerializerConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.MapLoader;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.nio.serialization.StreamSerializer;
import dev.jackstaff.testprocess.TestPorts;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A member that writes objects as Payara Server does, and one that reads them as an edge does. */
@Timeout(value = 40, unit = TimeUnit.SECONDS)
class PayaraObjectSerializerTest {
    private static final String MAP = "failing";

    private HazelcastInstance hub;
    private HazelcastInstance edge;

    @BeforeEach
    void startMembers() throws IOException {
        int hubPort = TestPorts.unused();
        Config hubConfig = member(hubPort, hubPort);
        hubConfig
                .getSerializationConfig()
                .setGlobalSerializerConfig(new GlobalSerializerConfig()
                        .setImplementation(new PayaraServerSerializer())
                        .setOverrideJavaSerialization(true));
        hubConfig.addMapConfig(
                new MapConfig(MAP).setMapStoreConfig(new MapStoreConfig().setImplementation(new FailingMapLoader())));
        hub = Hazelcast.newHazelcastInstance(hubConfig);

        Config edgeConfig = member(TestPorts.unused(), hubPort).setLiteMember(true);
        edgeConfig
                .getSerializationConfig()
                .setGlobalSerializerConfig(
                        new GlobalSerializerConfig().setImplementation(new PayaraObjectSerializer()));
        edge = Hazelcast.newHazelcastInstance(edgeConfig);
    }

    @AfterEach
    void stopMembers() {
        edge.getLifecycleService().terminate();
        hub.getLifecycleService().terminate();
    }

    @Test
    void anErrorOfTheHubIsTheSameHere() {
        assertThatThrownBy(() -> edge.getMap(MAP).get("state"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of the test");
    }

    @Test
    void anErrorThatIsUnknownHereIsStillOne() {
        assertThatThrownBy(() -> edge.getMap(MAP).get("foreign"))
                .isInstanceOf(HazelcastSerializationException.class)
                .hasMessageContaining("cannot be read here");
    }

    private static Config member(int port, int hubPort) {
        Config config = new Config().setClusterName("server-objects-" + hubPort);
        config.setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.getJetConfig().setEnabled(false);
        config.getNetworkConfig().setPort(port).getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + hubPort);
        return config;
    }

    /** An exception class that an edge does not have. */
    private static final class ForeignException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class FailingMapLoader implements MapLoader<String, String> {
        @Override
        public String load(String key) {
            throw key.equals("state") ? new IllegalStateException("of the test") : new ForeignException();
        }

        @Override
        public Map<String, String> loadAll(Collection<String> keys) {
            return Map.of();
        }

        @Override
        public Iterable<String> loadAllKeys() {
            return List.of();
        }
    }

    /** The serializer of Payara Server: writes the application, here none, and the object. */
    private static final class PayaraServerSerializer implements StreamSerializer<Object> {
        @Override
        public int getTypeId() {
            return 1;
        }

        @Override
        public void write(ObjectDataOutput out, Object object) throws IOException {
            for (Object part : new Object[] {null, object}) {
                ObjectOutputStream stream = new ObjectOutputStream((OutputStream) out);
                stream.writeObject(part);
                stream.flush();
            }
        }

        @Override
        public Object read(ObjectDataInput in) {
            throw new UnsupportedOperationException("no edge sends any");
        }
    }
}
