package dev.jackstaff.domain.flag;

import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a flag in one environment: on or off, off variant, fallthrough, rules, and values of its own.
 *
 * @param offVariant served while the flag is off; without one, the client's own default applies
 * @param fallthrough served when no rule matches
 * @param rules in their order
 * @param values the values that variants have in this environment only
 */
public record FlagStateDetails(
        boolean enabled,
        @Nullable String offVariant,
        OutcomeDefinition fallthrough,
        List<RuleDefinition> rules,
        VariantValues values) {
    public FlagStateDetails {
        rules = List.copyOf(rules);
    }

    /** Settings with the values that all environments share. */
    public FlagStateDetails(
            boolean enabled, @Nullable String offVariant, OutcomeDefinition fallthrough, List<RuleDefinition> rules) {
        this(enabled, offVariant, fallthrough, rules, VariantValues.NONE);
    }

    /** These settings, on or off. */
    public FlagStateDetails withEnabled(boolean on) {
        return new FlagStateDetails(on, offVariant, fallthrough, rules, values);
    }

    /** These settings with another off variant. */
    public FlagStateDetails withOffVariant(@Nullable String other) {
        return new FlagStateDetails(enabled, other, fallthrough, rules, values);
    }

    /** These settings with another fallthrough. */
    public FlagStateDetails withFallthrough(OutcomeDefinition other) {
        return new FlagStateDetails(enabled, offVariant, other, rules, values);
    }

    /** These settings with other rules. */
    public FlagStateDetails withRules(List<RuleDefinition> others) {
        return new FlagStateDetails(enabled, offVariant, fallthrough, others, values);
    }

    /** These settings with other values of their own. */
    public FlagStateDetails withValues(VariantValues others) {
        return new FlagStateDetails(enabled, offVariant, fallthrough, rules, others);
    }
}
