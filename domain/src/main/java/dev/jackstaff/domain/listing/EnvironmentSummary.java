package dev.jackstaff.domain.listing;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flag does in one environment, in short.
 *
 * @param enabled whether it is on
 * @param variant what everybody gets whom no rule matches; null for the off variant, and for a split
 * @param basisPoints of {@link Meaning#SHARE}: the share of subjects, in 1/100 of a percent
 * @param rules the number of rules that are not paused
 * @param split what is divided among those whom no rule matches; empty for no split
 * @param returnsAt of {@link Meaning#KILLED}: when it turns on again
 * @param heldBy of {@link Meaning#HELD_OFF}: the prerequisite
 */
public record EnvironmentSummary(
        EnvironmentKey environment,
        Meaning meaning,
        boolean enabled,
        @Nullable String variant,
        int basisPoints,
        int rules,
        List<WeightedVariant> split,
        @Nullable Instant returnsAt,
        @Nullable FlagKey heldBy) {
    public EnvironmentSummary {
        split = List.copyOf(split);
    }

    /** The one thing to be told first. */
    public enum Meaning {
        /** It is off. */
        OFF,
        /** It was turned off everywhere, and turns on again by itself. */
        KILLED,
        /** It is on, but a prerequisite holds it off for everybody. */
        HELD_OFF,
        /** Everybody gets one variant. */
        EVERYONE,
        /** One rule without a condition serves a share of the subjects. */
        SHARE,
        /** Rules decide. */
        RULES,
        /** No rules, and a split. */
        SPLIT
    }
}
