package dev.jackstaff.engine.snapshot;

import java.util.List;

/**
 * A parent flag that must be on for the same context and serve one of some variants.
 *
 * @param variants the variants that satisfy; none means any
 */
public record PrerequisiteDefinition(String flag, List<String> variants) {
    public PrerequisiteDefinition {
        variants = List.copyOf(variants);
    }
}
