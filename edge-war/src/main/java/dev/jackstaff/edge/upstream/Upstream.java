package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.upstream.client.UpstreamClient;
import java.time.Duration;
import java.util.Optional;

/**
 * A source of snapshots, chosen by configuration among the beans of this type. It hands snapshots to the {@link Intake}
 * and retries failures with growing delays.
 */
public interface Upstream {
    /** The upstream's value of {@code jackstaff.edge.upstream.kind}. */
    String kind();

    /** Starts without blocking. Called once. */
    void start();

    /** Stops. Called once, when the edge stops. */
    void stop();

    /** Whether the upstream answers at the moment. */
    boolean connected();

    /**
     * The key for usage reports of an environment; empty when there is none, or none yet.
     *
     * @param environment {@code project/environment}
     */
    default Optional<String> usageKey(String environment) {
        return Optional.empty();
    }

    /**
     * The age up to which environments count as updated for health checks that ask for it; empty for any age.
     *
     * @param grace the configured grace period
     */
    default Optional<Duration> healthyAge(Optional<Duration> grace) {
        return grace;
    }

    /** Whether the key for usage reports of an environment may be known later only. */
    default boolean learnsUsageKeys() {
        return false;
    }

    /** The client of the started upstream, for all further requests to it; empty if it has no HTTP. */
    default Optional<UpstreamClient> client() {
        return Optional.empty();
    }

    /** The upstream's address for logs and status, without secrets. */
    String address();

    /** The origin of the snapshots: a backup of another origin is refused. */
    default String origin() {
        return kind() + " " + address();
    }
}
