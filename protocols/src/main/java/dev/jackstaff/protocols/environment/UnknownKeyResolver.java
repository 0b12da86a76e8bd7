package dev.jackstaff.protocols.environment;

/**
 * A resolver of keys that no snapshot contains. Must not wait: while undecided, the result is {@link Access.NotReady}.
 */
@FunctionalInterface
public interface UnknownKeyResolver {
    Access resolve(String key);
}
