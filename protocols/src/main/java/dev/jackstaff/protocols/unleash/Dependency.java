package dev.jackstaff.protocols.unleash;

import java.util.List;

/**
 * A parent that decides whether a feature may be on.
 *
 * @param feature the parent's name
 * @param enabled whether the parent must be on or off
 * @param variants what an enabled parent must answer with; none for anything
 */
public record Dependency(String feature, boolean enabled, List<String> variants) {
    public Dependency {
        variants = List.copyOf(variants);
    }
}
