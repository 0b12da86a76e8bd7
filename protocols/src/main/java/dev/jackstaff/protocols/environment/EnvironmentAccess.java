package dev.jackstaff.protocols.environment;

import org.jspecify.annotations.Nullable;

/**
 * A protocol's access to the environments that the host serves. Answers from memory; no call waits. The host, hub or
 * edge, has the snapshots and answers from memory: no call ever waits.
 */
public interface EnvironmentAccess {
    /**
     * What a key opens.
     *
     * @param key as the client presented it; null where it presented none
     */
    Access access(@Nullable String key);

    /**
     * What may be seen of an environment by everybody, without a key: nothing, unless the host says so; then as much as a
     * client key shows.
     *
     * @param environment {@code project/environment}
     */
    default Access accessWithoutKey(String environment) {
        return new Access.Unknown("a key is needed");
    }
}
