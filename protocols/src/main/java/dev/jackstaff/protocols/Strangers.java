package dev.jackstaff.protocols;

/** Says what a key opens that no snapshot knows. Must not wait: what is not decided yet is {@link Access.NotReady}. */
@FunctionalInterface
public interface Strangers {
    Access meet(String key);
}
