package dev.jackstaff.api.flag;

import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that describes the settings of a flag in one environment in a response.
 *
 * @param values the values that variants have in this environment only
 * @param revision the revision of the environment that has these settings, or a later one
 */
public record FlagStateResponse(
        String key,
        String environment,
        boolean enabled,
        @Nullable String offVariant,
        OutcomeDefinition fallthrough,
        List<RuleDefinition> rules,
        List<VariantValueBody> values,
        String updatedAt,
        long revision,
        long version) {
    public FlagStateResponse {
        rules = List.copyOf(rules);
        values = List.copyOf(values);
    }

    static FlagStateResponse of(FlagStateView view) {
        return new FlagStateResponse(
                view.flag().value(),
                view.environment().value(),
                view.enabled(),
                view.offVariant(),
                view.fallthrough(),
                view.rules(),
                VariantValueBody.of(view.values()),
                view.updatedAt().toString(),
                view.revision(),
                view.version());
    }
}
