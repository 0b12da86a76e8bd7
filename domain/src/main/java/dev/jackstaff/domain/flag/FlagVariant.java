package dev.jackstaff.domain.flag;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.VariantDefinition;

/** A named value of a flag, with a description for people. */
public record FlagVariant(String key, Value value, String description) {
    /** The variant as snapshots hold it. */
    public VariantDefinition definition() {
        return new VariantDefinition(key, value);
    }
}
