package dev.jackstaff.engine.snapshot;

import java.util.List;

/**
 * A parent flag that must be on for the same context.
 *
 * @param variants the variants that satisfy; none means any but the parent's off variant
 */
public record PrerequisiteDefinition(String flag, List<String> variants) {
    public PrerequisiteDefinition {
        variants = List.copyOf(variants);
    }
}
