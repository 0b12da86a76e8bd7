package dev.jackstaff.grid;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The configuration of a member of the data grid, hub or edge. A member listens for members only: there is no port that
 * lets Hazelcast's clients in.
 *
 * @param name the name of the grid
 * @param networkInterface the member's own address, or a pattern of addresses such as {@code 10.77.0.*}
 * @param port the port that it listens on
 * @param members the addresses of the hubs, {@code host:port}
 */
public record GridMemberConfig(String name, String networkInterface, int port, List<String> members) {
    /**
     * Hazelcast's loggers of what needs no line: that the server brings a Hazelcast too, and that a stranger was not let in.
     * Referenced here, because the log manager forgets loggers and their levels.
     */
    private static final List<Logger> QUIET_LOGS = List.of(
            Logger.getLogger("com.hazelcast.instance.impl.HazelcastInstanceFactory"),
            Logger.getLogger("com.hazelcast.internal.server.tcp.TcpServerConnection"));

    /** A hub's configuration: it holds data, and listens on exactly its port. */
    public Config forHub() {
        return config(false);
    }

    /** An edge's configuration: it holds no data, and listens on the next free port if its own is taken. */
    public Config forEdge() {
        return config(true).setLiteMember(true);
    }

    private Config config(boolean nextFreePort) {
        QUIET_LOGS.forEach(log -> log.setLevel(Level.SEVERE));
        Config config = new Config();
        config.setClassLoader(GridMemberConfig.class.getClassLoader());
        config.setClusterName(name);
        config.setProperty("hazelcast.logging.type", "jdk");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.map.invalidation.batch.enabled", "false");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.graceful.shutdown.max.wait", "10");
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "10");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
        config.getJetConfig().setEnabled(false);
        config.getIntegrityCheckerConfig().setEnabled(false);
        config.getSerializationConfig().setJavaSerializationFilterConfig(readableClasses());
        configure(config.getAdvancedNetworkConfig(), nextFreePort);
        return config;
    }

    private void configure(AdvancedNetworkConfig network, boolean nextFreePort) {
        ServerSocketEndpointConfig endpoint = new ServerSocketEndpointConfig();
        endpoint.setPort(port).setPortAutoIncrement(nextFreePort);
        endpoint.getInterfaces().setEnabled(true).addInterface(networkInterface);
        network.setEnabled(true).setMemberEndpointConfig(endpoint);
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(members);
    }

    /** The classes of Java objects that are read: those of errors. Values are bytes. */
    private static JavaSerializationFilterConfig readableClasses() {
        JavaSerializationFilterConfig filter = new JavaSerializationFilterConfig();
        filter.setDefaultsDisabled(true);
        filter.getWhitelist().addPrefixes("com.hazelcast.", "java.lang.", "[Ljava.lang.StackTraceElement");
        filter.getWhitelist().addClasses("java.util.Collections$EmptyList", "java.util.ArrayList");
        return filter;
    }
}
