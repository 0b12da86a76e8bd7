package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagKey;
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
 * @param revision the revision of the environment that has this state, or a later one
 */
public record FlagStateView(
        FlagKey flag,
        EnvironmentKey environment,
        boolean enabled,
        @Nullable String offVariant,
        OutcomeDefinition fallthrough,
        List<RuleDefinition> rules,
        Instant updatedAt,
        long revision,
        long version) {
    public FlagStateView {
        rules = List.copyOf(rules);
    }

    static FlagStateView of(Flag flag, Environment environment, FlagState state, long revision) {
        FlagSettings decision = state.settings();
        return new FlagStateView(
                flag.key(),
                environment.key(),
                decision.enabled(),
                decision.offVariant(),
                decision.fallthrough(),
                decision.rules(),
                state.updatedAt(),
                revision,
                state.version());
    }
}
