package dev.jackstaff.protocols.unleash;

import java.util.List;

/** An override that assigns a variant, whatever the weights, to contexts with one of some values. */
public record VariantOverride(String contextName, List<String> values) {
    public VariantOverride {
        values = List.copyOf(values);
    }
}
