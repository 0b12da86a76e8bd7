package dev.jackstaff.protocols.environment;

import org.jspecify.annotations.Nullable;

/** A protocol's access to the environments that the host serves. Answers from memory; no call waits. */
public interface EnvironmentAccess {
    /**
     * The access that a key gives.
     *
     * @param key as the client presented it; null if it presented none
     */
    Access access(@Nullable String key);

    /**
     * The access to an environment without a key: none, unless the host allows it; then the same as with a client key.
     *
     * @param environment {@code project/environment}
     */
    default Access accessWithoutKey(String environment) {
        return new Access.Unknown("a key is required");
    }
}
