package dev.jackstaff.protocols.environment;

/**
 * A resolver of keys that no snapshot contains. Must not wait: answers NotReady while undecided. Must not wait: what is
 * not decided yet is {@link Access.NotReady}.
 */
@FunctionalInterface
public interface UnknownKeyResolver {
    Access resolve(String key);
}
