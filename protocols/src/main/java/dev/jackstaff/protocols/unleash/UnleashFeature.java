package dev.jackstaff.protocols.unleash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature toggle. It is on if it is enabled, all dependencies hold, and it has no strategies or at least one of them
 * is true.
 *
 * @param type {@code release}, {@code experiment}, {@code operational}, {@code kill-switch} or {@code permission}
 * @param createdAt as the server wrote it
 * @param lastSeenAt as the server wrote it
 * @param variants of the enabled feature, unless the first true strategy has its own
 */
public record UnleashFeature(
        String name,
        @Nullable String type,
        @Nullable String description,
        @Nullable String project,
        @Nullable String createdAt,
        @Nullable String lastSeenAt,
        boolean enabled,
        boolean stale,
        boolean impressionData,
        List<Strategy> strategies,
        List<UnleashVariant> variants,
        List<Dependency> dependencies) {
    public UnleashFeature {
        strategies = List.copyOf(strategies);
        variants = List.copyOf(variants);
        dependencies = List.copyOf(dependencies);
    }
}
