package dev.jackstaff.domain.flag;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.VariantDefinition;

/** A named value that a flag can serve, and what it means to people. */
public record FlagVariant(String key, Value value, String description) {
    /** What an edge needs of it. */
    public VariantDefinition definition() {
        return new VariantDefinition(key, value);
    }
}
