package dev.jackstaff.edge.upstream;

import java.util.Optional;

/**
 * Where an edge has its snapshots from: one of the beans of this type, by configuration. It hands everything to the
 * {@link Intake}, tries again what fails, with patience that grows, and never gives up.
 */
public interface Upstream {
    /** What {@code jackstaff.edge.upstream.kind} calls it. */
    String kind();

    /** Begins to take snapshots. Called once; must not wait for anything. */
    void start();

    /** Ends it, and whatever it began. Called once, when the edge stops. */
    void stop();

    /** Whether it answers at the moment. */
    boolean connected();

    /**
     * The key with which the upstream is told of what was counted in an environment; empty where it is none of the
     * environment's own.
     *
     * @param environment {@code project/environment}
     */
    default Optional<String> usageKey(String environment) {
        return Optional.empty();
    }

    /** Where it is, for people; without secrets. */
    String address();

    /** Whose snapshots these are: a backup of another origin is refused. */
    default String origin() {
        return kind() + " " + address();
    }
}
