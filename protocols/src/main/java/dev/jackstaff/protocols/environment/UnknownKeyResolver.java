package dev.jackstaff.protocols.environment;

/** Says what a key opens that no snapshot knows. Must not wait: what is not decided yet is {@link Access.NotReady}. */
@FunctionalInterface
public interface UnknownKeyResolver {
    Access resolve(String key);
}
