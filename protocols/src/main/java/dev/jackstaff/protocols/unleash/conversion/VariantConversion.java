package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.UnleashVariant;
import java.util.ArrayList;
import java.util.List;

/** The conversion of a feature's variants to native outcomes. */
final class VariantConversion {
    private final UnleashFeature feature;
    private final VariantCatalog catalog;
    private final OutcomeDefinition ofFeature;
    private final List<OverrideRule> exemptions;

    VariantConversion(UnleashFeature feature, VariantCatalog catalog) {
        this.feature = feature;
        this.catalog = catalog;
        this.ofFeature = outcomeOf(feature, catalog);
        List<OverrideRule> all = exemptionsOf(feature, catalog);
        boolean needless = all.stream().allMatch(exemption -> ofFeature.equals(new Serve(exemption.variant())));
        this.exemptions = needless ? List.of() : all;
    }

    /** A rule that assigns a variant to contexts before any split. */
    record OverrideRule(String variant, ConditionDefinition condition) {}

    /**
     * The overrides of the feature's own variants; the first that matches a context decides. Empty if everybody gets
     * the same variant anyway.
     */
    List<OverrideRule> overrides() {
        return exemptions;
    }

    /**
     * The outcome of the feature's own variants: the group is the feature, and the first variant names the stickiness.
     */
    OutcomeDefinition ofFeature() {
        return ofFeature;
    }

    /** The outcome of a strategy's variants, with the strategy's group and stickiness. */
    OutcomeDefinition ofStrategy(Strategy strategy) {
        List<WeightedVariant> shares = strategy.variants().stream()
                .map(variant -> new WeightedVariant(catalog.key(variant.name(), variant.payload()), variant.weight()))
                .toList();
        return chosen(
                shares,
                StrategyTargeting.stickiness(strategy),
                StrategyTargeting.group(strategy, feature.name()),
                catalog);
    }

    private static List<OverrideRule> exemptionsOf(UnleashFeature feature, VariantCatalog catalog) {
        List<OverrideRule> exemptions = new ArrayList<>();
        for (UnleashVariant variant : feature.variants()) {
            List<ConditionDefinition> conditions = variant.overrides().stream()
                    .filter(override -> !override.contextName().isEmpty()
                            && !override.values().isEmpty())
                    .<ConditionDefinition>map(override ->
                            new Comparison(override.contextName(), Operator.IN, override.values(), false, false))
                    .toList();
            if (!conditions.isEmpty()) {
                exemptions.add(new OverrideRule(
                        catalog.key(variant.name(), variant.payload()), ConditionDefinitions.any(conditions)));
            }
        }
        return List.copyOf(exemptions);
    }

    private static OutcomeDefinition outcomeOf(UnleashFeature feature, VariantCatalog catalog) {
        List<WeightedVariant> shares = feature.variants().stream()
                .map(variant -> new WeightedVariant(catalog.key(variant.name(), variant.payload()), variant.weight()))
                .toList();
        String stickiness = feature.variants().isEmpty()
                ? StrategyTargeting.stickinessOrDefault(null)
                : StrategyTargeting.stickinessOrDefault(
                        feature.variants().get(0).stickiness());
        return chosen(shares, stickiness, "", catalog);
    }

    private static OutcomeDefinition chosen(
            List<WeightedVariant> shares, String stickiness, String group, VariantCatalog catalog) {
        List<WeightedVariant> possible =
                shares.stream().filter(share -> share.weight() > 0).toList();
        return switch (possible.size()) {
            case 0 -> new Serve(catalog.keyWithoutVariant());
            case 1 -> new Serve(possible.get(0).variant());
            default -> new Split(shares, stickiness, group);
        };
    }
}
