package dev.jackstaff.protocols.unleash;

import java.util.List;

/**
 * A parent feature on which a feature depends.
 *
 * @param feature the parent's name
 * @param enabled whether the parent must be on or off
 * @param variants the accepted variants of an enabled parent; empty for any
 */
public record Dependency(String feature, boolean enabled, List<String> variants) {
    public Dependency {
        variants = List.copyOf(variants);
    }
}
