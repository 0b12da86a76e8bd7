package dev.jackstaff.protocols.unleash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a feature.
 *
 * @param weight its part of the sum of all weights, which is 1000 in practice
 * @param weightType {@code fix} or {@code variable}; for the server's pages only
 * @param stickiness of the split; that of the first variant counts for all
 * @param overrides contexts that get this variant whatever the weights
 */
public record UnleashVariant(
        String name,
        int weight,
        @Nullable String weightType,
        @Nullable String stickiness,
        @Nullable Payload payload,
        List<VariantOverride> overrides) {
    public UnleashVariant {
        overrides = List.copyOf(overrides);
    }
}
