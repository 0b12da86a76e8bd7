package dev.jackstaff.protocols.environment;

import java.util.Set;

/**
 * The environments that an edge key opens at one moment. A new key opens one after the other, because each has a
 * snapshot of its own.
 *
 * @param environments the environments that the key opens, by their keys
 * @param pending the served environments that the key opens once their next snapshots arrive: it is a key of the whole
 *     installation, and they do not list it yet
 */
public record EdgeReach(Set<String> environments, Set<String> pending) {
    /** The reach of a key that is unknown, expired or revoked. */
    public static final EdgeReach NONE = new EdgeReach(Set.of(), Set.of());

    public EdgeReach {
        environments = Set.copyOf(environments);
        pending = Set.copyOf(pending);
    }

    /** Whether the key opens nothing. */
    public boolean isEmpty() {
        return environments.isEmpty();
    }

    /** Whether the key opens this environment. */
    public boolean contains(String environment) {
        return environments.contains(environment);
    }

    /** Whether the key opens this environment soon, and does not yet. */
    public boolean awaits(String environment) {
        return pending.contains(environment);
    }
}
