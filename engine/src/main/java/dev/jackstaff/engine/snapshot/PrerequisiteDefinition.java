package dev.jackstaff.engine.snapshot;

import java.util.List;

/**
 * A parent flag that must be on for the same context.
 *
 * @param variants the accepted variants; empty accepts any but the parent's off variant
 */
public record PrerequisiteDefinition(String flag, List<String> variants) {
    public PrerequisiteDefinition {
        variants = List.copyOf(variants);
    }
}
