package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * This edge's membership of the data grid. It is renewed when this edge is alone and a hub is reachable, less and less
 * often while the hub refuses: a restarted hub founds a new cluster, and merging takes Hazelcast minutes. Joined by one
 * thread, read by all.
 */
final class GridMembership {
    private static final Duration MIN_REJOIN_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_REJOIN_DELAY = Duration.ofSeconds(30);

    private final GridMember member;
    private final Consumer<HazelcastInstance> onJoin;
    private final LongSupplier nanoTime;
    private volatile @Nullable HazelcastInstance hazelcast;
    private Duration rejoinDelay = MIN_REJOIN_DELAY;
    private long nextJoinNanos;

    /**
     * A membership that is still to begin.
     *
     * @param onJoin receives each new membership
     */
    GridMembership(GridMember member, Consumer<HazelcastInstance> onJoin, LongSupplier nanoTime) {
        this.member = member;
        this.onJoin = onJoin;
        this.nanoTime = nanoTime;
        this.nextJoinNanos = nanoTime.getAsLong();
    }

    /** The data grid that this edge is in, perhaps alone; empty when it is in none. */
    Optional<HazelcastInstance> current() {
        return Optional.ofNullable(hazelcast)
                .filter(joined -> joined.getLifecycleService().isRunning());
    }

    /** The data grid with a hub; empty when this edge is alone. */
    Optional<HazelcastInstance> withHub() {
        return current().filter(GridMembership::hasHub);
    }

    /** Joins the data grid if this edge is in none, or alone though a hub is reachable. */
    void joinIfNeeded() {
        Optional<HazelcastInstance> joined = current();
        boolean alone = joined.filter(GridMembership::hasHub).isEmpty();
        if (joined.isEmpty() || (alone && shouldRejoin())) {
            leave();
            HazelcastInstance instance = member.join();
            hazelcast = instance;
            onJoin.accept(instance);
        }
        if (withHub().isPresent()) {
            rejoinDelay = MIN_REJOIN_DELAY;
        }
    }

    /** Leaves the data grid at once. */
    void leave() {
        current().ifPresent(joined -> joined.getLifecycleService().terminate());
    }

    private boolean shouldRejoin() {
        long now = nanoTime.getAsLong();
        if (now - nextJoinNanos < 0 || !member.isHubReachable()) {
            return false;
        }
        nextJoinNanos = now + rejoinDelay.toNanos();
        rejoinDelay = rejoinDelay.compareTo(MAX_REJOIN_DELAY) < 0 ? rejoinDelay.multipliedBy(2) : MAX_REJOIN_DELAY;
        return true;
    }

    /** Whether a hub is a member. Without one, map calls would only fill the log. */
    private static boolean hasHub(HazelcastInstance hazelcast) {
        return hazelcast.getCluster().getMembers().stream().anyMatch(member -> !member.isLiteMember());
    }
}
