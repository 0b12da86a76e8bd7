package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.NearCacheConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.grid.GridIdentity;
import dev.jackstaff.grid.GridMemberConfig;
import dev.jackstaff.grid.GridNames;
import dev.jackstaff.grid.GridSeal;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * This edge's lite member of the hub's data grid: it holds no partitions, so edges join and leave without moving data.
 * It is the edge's own member and not the server's, because the server does not start as a lite member while the
 * cluster has no data member, and an edge must start with its hub down.
 */
@ApplicationScoped
class GridMember {
    private static final int DEFAULT_PORT = 6900;

    private static final Duration PROBE_TIMEOUT = Duration.ofMillis(500);

    private final EdgeSettings settings = EdgeSettings.configured();
    private final String cluster = settings.text(EdgeSetting.GRID_CLUSTER).orElse("development");
    private final List<String> members = settings.list(EdgeSetting.GRID_MEMBERS).orElse(List.of("127.0.0.1:4900"));
    private final String networkInterface =
            settings.text(EdgeSetting.GRID_INTERFACE).orElse("127.0.0.1");
    private final Optional<String> secrets = settings.text(EdgeSetting.GRID_SECRET);
    private final int port = settings.number(EdgeSetting.GRID_PORT, DEFAULT_PORT);

    /** A new member of the cluster; alone if no other is reachable. */
    HazelcastInstance join() {
        Config config = new GridMemberConfig(cluster, networkInterface, port, members).forEdge();
        config.setProperty("hazelcast.operation.call.timeout.millis", "10000");
        config.addMapConfig(new MapConfig(GridNames.SNAPSHOTS).setNearCacheConfig(nearCache()));
        return Hazelcast.newHazelcastInstance(config);
    }

    /** Whether a hub's grid port accepts connections. */
    boolean isHubReachable() {
        return members.stream().anyMatch(GridMember::acceptsConnections);
    }

    private static boolean acceptsConnections(String member) {
        int colon = member.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(member.substring(colon + 1));
            socket.connect(
                    new InetSocketAddress(member.substring(0, colon), port), Math.toIntExact(PROBE_TIMEOUT.toMillis()));
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /**
     * The seal of the values in the data grid.
     *
     * @throws IllegalArgumentException if the secret is not set or too short, or others may reach the grid under a default
     *     name; the message names the setting
     */
    GridSeal seal() {
        GridIdentity.at(cluster, networkInterface).requireOwnName(EdgeSetting.GRID_CLUSTER.property());
        try {
            return GridSeal.of(secrets.orElse(""));
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    EdgeSetting.GRID_SECRET.property() + ": " + invalid.getMessage(), invalid);
        }
    }

    /** The addresses of the hubs. */
    String address() {
        return String.join(",", members);
    }

    /** The cluster name of the data grid. */
    String cluster() {
        return cluster;
    }

    private static NearCacheConfig nearCache() {
        return new NearCacheConfig(GridNames.SNAPSHOTS)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setInvalidateOnChange(true)
                .setEvictionConfig(new EvictionConfig().setEvictionPolicy(EvictionPolicy.NONE));
    }
}
