package dev.jackstaff.protocols.unleash;

import java.util.List;

/** Contexts that get a variant whatever the weights say: those with one of some values. */
public record VariantOverride(String contextName, List<String> values) {
    public VariantOverride {
        values = List.copyOf(values);
    }
}
