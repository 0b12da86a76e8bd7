package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.jackstaff.background.DaemonThreads;
import dev.jackstaff.grid.GridIdentity;
import dev.jackstaff.grid.GridMemberConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** This hub's member of the data grid. It is the hub's own and not the server's, so that hubs and edges have one version. */
@ApplicationScoped
public class GridMember {
    private static final String NAME_SETTING = "JACKSTAFF_GRID_NAME";

    private volatile @Nullable HazelcastInstance hazelcast;

    /**
     * Joins the data grid, or founds it.
     *
     * @throws IllegalArgumentException if others may reach the grid under a default name
     */
    public void join(GridMemberConfig config) {
        GridIdentity.at(config.name(), config.networkInterface()).requireOwnName(NAME_SETTING);
        hazelcast = start(config);
    }

    /** The data grid, which this hub has joined. */
    public HazelcastInstance grid() {
        HazelcastInstance joined = hazelcast;
        if (joined == null) {
            throw new IllegalStateException("the data grid is not joined yet");
        }
        return joined;
    }

    /** Leaves the data grid; its data stays at the other hubs. */
    @PreDestroy
    void leave() {
        HazelcastInstance joined = hazelcast;
        if (joined != null) {
            joined.shutdown();
        }
    }

    /** A started member. Its threads inherit from their maker, which therefore is not a thread of the server. */
    private static HazelcastInstance start(GridMemberConfig config) {
        CompletableFuture<HazelcastInstance> started = new CompletableFuture<>();
        DaemonThreads.start("jackstaff-grid", () -> {
            try {
                started.complete(Hazelcast.newHazelcastInstance(config.forHub()));
            } catch (RuntimeException | Error failed) {
                started.completeExceptionally(failed);
            }
        });
        return started.join();
    }
}
