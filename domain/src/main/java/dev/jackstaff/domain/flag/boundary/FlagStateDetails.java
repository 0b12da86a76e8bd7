package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one environment decides about a flag.
 *
 * @param offVariant what is served while it is off; without one the client's own default applies
 * @param fallthrough what is served when no rule matches
 * @param rules in their order
 */
public record FlagStateDetails(
        boolean enabled, @Nullable String offVariant, OutcomeDefinition fallthrough, List<RuleDefinition> rules) {
    public FlagStateDetails {
        rules = List.copyOf(rules);
    }
}
