package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a flag in one environment: on or off, off variant, fallthrough, rules, and values of its own. */
public record FlagSettings(
        boolean enabled,
        @Nullable String offVariant,
        OutcomeDefinition fallthrough,
        List<RuleDefinition> rules,
        VariantValues values) {
    public FlagSettings {
        rules = List.copyOf(rules);
    }

    /**
     * The initial settings: off, and serving the first variant to everybody once on. A boolean flag that is off serves
     * its false variant.
     */
    public static FlagSettings initial(Flag flag) {
        String off = flag.content().variants().stream()
                .filter(variant -> variant.value().equals(Value.of(false)))
                .map(FlagVariant::key)
                .findFirst()
                .orElse(null);
        String first = flag.content().variants().get(0).key();
        return new FlagSettings(false, off, new OutcomeDefinition.Serve(first), List.of(), VariantValues.NONE);
    }

    public static FlagSettings of(FlagStateDetails details) {
        return new FlagSettings(
                details.enabled(), details.offVariant(), details.fallthrough(), details.rules(), details.values());
    }

    /**
     * Settings as they are stored: the outcome, the rules and the values as JSON, the ids of the rules apart.
     *
     * @param ruleIds a JSON array of strings, as long as the rules
     */
    public static FlagSettings stored(
            boolean enabled,
            @Nullable String offVariant,
            String fallthrough,
            String rules,
            String ruleIds,
            String values) {
        return new FlagSettings(
                enabled,
                offVariant,
                DefinitionReader.outcome(fallthrough),
                identified(DefinitionReader.rules(rules), FlagConverters.storedStrings(ruleIds)),
                VariantValues.read(values));
    }

    /** Rules with their ids, which are stored apart. */
    static List<RuleDefinition> identified(List<RuleDefinition> rules, List<String> ids) {
        List<RuleDefinition> identified = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            identified.add(rules.get(i).withId(ids.get(i)));
        }
        return identified;
    }

    /** These settings as values that others may have. */
    public FlagStateDetails details() {
        return new FlagStateDetails(enabled, offVariant, fallthrough, rules, values);
    }

    FlagSettings withRules(List<RuleDefinition> others) {
        return new FlagSettings(enabled, offVariant, fallthrough, others, values);
    }

    public FlagSettings withEnabled(boolean on) {
        return new FlagSettings(on, offVariant, fallthrough, rules, values);
    }
}
