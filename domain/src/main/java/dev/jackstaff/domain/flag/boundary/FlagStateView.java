package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readable state of a flag in one environment.
 *
 * @param values the values that variants have in this environment only
 * @param revision the revision of the environment that has this state, or a later one
 */
public record FlagStateView(
        FlagKey flag,
        EnvironmentKey environment,
        boolean enabled,
        @Nullable String offVariant,
        OutcomeDefinition fallthrough,
        List<RuleDefinition> rules,
        VariantValues values,
        Instant updatedAt,
        long revision,
        long version) {
    public FlagStateView {
        rules = List.copyOf(rules);
    }

    /** The settings, as a change of them has them. */
    public FlagStateDetails details() {
        return new FlagStateDetails(enabled, offVariant, fallthrough, rules, values);
    }

    /** The variants of the flag with the values that they have in this environment. */
    public List<FlagVariant> variants(FlagView whole) {
        return values.appliedTo(whole.type(), whole.variants());
    }

    /** The view of a state that is stored. */
    public static FlagStateView of(Flag flag, Environment environment, FlagState state, long revision) {
        FlagSettings decision = state.settings();
        return new FlagStateView(
                flag.key(),
                environment.key(),
                decision.enabled(),
                decision.offVariant(),
                decision.fallthrough(),
                decision.rules(),
                decision.values(),
                state.updatedAt(),
                revision,
                state.version());
    }
}
