package dev.jackstaff.domain.flag;

import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a flag in one environment: on or off, off variant, fallthrough and rules.
 *
 * @param offVariant served while the flag is off; without one, the client's own default applies
 * @param fallthrough served when no rule matches
 * @param rules in their order
 */
public record FlagStateDetails(
        boolean enabled, @Nullable String offVariant, OutcomeDefinition fallthrough, List<RuleDefinition> rules) {
    public FlagStateDetails {
        rules = List.copyOf(rules);
    }

    /** These settings with other rules. */
    public FlagStateDetails withRules(List<RuleDefinition> others) {
        return new FlagStateDetails(enabled, offVariant, fallthrough, others);
    }
}
