package dev.jackstaff.system;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import dev.jackstaff.testprocess.TestPorts;

/** Somebody in an installation's data grid who knows its name and address, and not its secret. */
final class GridIntruder implements AutoCloseable {
    private final HazelcastInstance grid;

    private GridIntruder(HazelcastInstance grid) {
        this.grid = grid;
    }

    /**
     * One who is a client of a member.
     *
     * @throws IllegalStateException if the member does not let it in
     */
    static GridIntruder client(StackUnderTest installation, int port) {
        ClientConfig config = new ClientConfig();
        config.setClusterName(name(installation));
        config.setProperty("hazelcast.logging.type", "none");
        config.getNetworkConfig().addAddress("127.0.0.1:" + port);
        config.getConnectionStrategyConfig().getConnectionRetryConfig().setClusterConnectTimeoutMillis(2_000);
        return new GridIntruder(HazelcastClient.newHazelcastClient(config));
    }

    /** One who is a member, without data of its own. */
    static GridIntruder member(StackUnderTest installation) {
        Config config = new Config();
        config.setClusterName(name(installation));
        config.setLiteMember(true);
        config.setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.getJetConfig().setEnabled(false);
        config.getIntegrityCheckerConfig().setEnabled(false);
        config.getNetworkConfig()
                .setPort(TestPorts.unused())
                .getInterfaces()
                .setEnabled(true)
                .addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).addMember(address(installation));
        return new GridIntruder(Hazelcast.newHazelcastInstance(config));
    }

    private static String name(StackUnderTest installation) {
        return installation.state().path("grid").asText();
    }

    private static String address(StackUnderTest installation) {
        return "127.0.0.1:" + installation.port("hubGrid");
    }

    int members() {
        return grid.getCluster().getMembers().size();
    }

    IMap<Object, Object> map(String name) {
        return grid.getMap(name);
    }

    @Override
    public void close() {
        grid.shutdown();
    }
}
