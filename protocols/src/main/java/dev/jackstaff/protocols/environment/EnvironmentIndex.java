package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The served environments and the keys that open them, as one immutable value: a read never sees half of a change. Keys
 * are found by their hashes.
 */
final class EnvironmentIndex {
    static final EnvironmentIndex EMPTY = new EnvironmentIndex(Map.of(), Map.of());

    private final Map<String, ServedEnvironment> environments;
    private final Map<String, Grant> admitted;
    private final Map<String, Grant> grants;

    /** For edge keys, the environments that they reach. */
    private final Map<String, Map<String, Credential>> edges = new HashMap<>();

    /** The environment that a key opens. */
    record Grant(String environment, Credential credential) {}

    private EnvironmentIndex(Map<String, ServedEnvironment> environments, Map<String, Grant> admitted) {
        this.environments = Collections.unmodifiableMap(environments);
        this.admitted = admitted;
        this.grants = new HashMap<>(admitted);
        environments.forEach((key, environment) -> addKeys(key, environment.snapshot()));
    }

    private void addKeys(String environment, Snapshot snapshot) {
        for (Credential credential : snapshot.credentials()) {
            grants.put(credential.hash(), new Grant(environment, credential));
        }
        for (Credential edge : snapshot.edgeCredentials()) {
            edges.computeIfAbsent(edge.hash(), hash -> new HashMap<>()).put(environment, edge);
        }
    }

    /** The environments by their keys. */
    Map<String, ServedEnvironment> environments() {
        return environments;
    }

    /** The grant of a key; null if there is none. */
    @Nullable
    Grant grant(String hash) {
        return grants.get(hash);
    }

    /** The reach of an edge key at an instant. */
    EdgeReach reach(String edgeHash, Instant now) {
        Map<String, Credential> valid = new HashMap<>(edges.getOrDefault(edgeHash, Map.of()));
        valid.values().removeIf(credential -> credential.expired(now));
        Set<String> pending = new HashSet<>();
        if (valid.values().stream().anyMatch(Credential::everywhere)) {
            pending.addAll(environments.keySet());
            pending.removeAll(valid.keySet());
        }
        return new EdgeReach(valid.keySet(), pending);
    }

    /** The keys beside those of the snapshots, by environment. */
    Map<String, Set<Credential>> admittedKeys() {
        Map<String, Set<Credential>> keys = new HashMap<>();
        admitted.values().forEach(grant -> keys.computeIfAbsent(grant.environment, environment -> new HashSet<>())
                .add(grant.credential));
        return keys;
    }

    /** A copy that serves this environment at this revision. */
    EnvironmentIndex with(ServedEnvironment environment) {
        Map<String, ServedEnvironment> next = new HashMap<>(environments);
        next.put(environment.key(), environment);
        return new EnvironmentIndex(next, admitted);
    }

    /** A copy without an environment. */
    EnvironmentIndex without(String environment) {
        Map<String, ServedEnvironment> next = new HashMap<>(environments);
        next.remove(environment);
        return new EnvironmentIndex(next, admitted);
    }

    /** A copy in which a key opens this environment, and nothing else that it was admitted to. */
    EnvironmentIndex admitting(String environment, Credential credential) {
        Map<String, Grant> next = new HashMap<>(admitted);
        next.put(credential.hash(), new Grant(environment, credential));
        return new EnvironmentIndex(environments, next);
    }

    /** A copy without an admitted key. */
    EnvironmentIndex revoking(String hash) {
        Map<String, Grant> next = new HashMap<>(admitted);
        next.remove(hash);
        return new EnvironmentIndex(environments, next);
    }
}
