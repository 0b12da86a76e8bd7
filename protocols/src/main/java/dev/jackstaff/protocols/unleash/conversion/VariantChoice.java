package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Compare;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Share;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.protocols.unleash.Feature;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.Variant;
import java.util.ArrayList;
import java.util.List;

/** What a feature that is on answers with, as native outcomes. */
final class VariantChoice {
    private final Feature feature;
    private final VariantCatalog catalog;
    private final OutcomeDefinition ofFeature;
    private final List<Exemption> exemptions;

    VariantChoice(Feature feature, VariantCatalog catalog) {
        this.feature = feature;
        this.catalog = catalog;
        this.ofFeature = outcomeOf(feature, catalog);
        List<Exemption> all = exemptionsOf(feature, catalog);
        boolean needless = all.stream().allMatch(exemption -> ofFeature.equals(new Serve(exemption.variant())));
        this.exemptions = needless ? List.of() : all;
    }

    /** Contexts that get a variant of the feature before any split. */
    record Exemption(String variant, ConditionDefinition condition) {}

    /**
     * The overrides of the feature's own variants; of the first that concerns a context, the variant is served. None where
     * everybody gets it anyway.
     */
    List<Exemption> exemptions() {
        return exemptions;
    }

    /** What the feature's own variants give: the group is the feature, and the first variant says what decides. */
    OutcomeDefinition ofFeature() {
        return ofFeature;
    }

    /** What a strategy's variants give: group and stickiness are the strategy's. */
    OutcomeDefinition of(Strategy strategy) {
        List<Share> shares = strategy.variants().stream()
                .map(variant -> new Share(catalog.key(variant.name(), variant.payload()), variant.weight()))
                .toList();
        return chosen(shares, Audience.stickiness(strategy), Audience.group(strategy, feature.name()), catalog);
    }

    private static List<Exemption> exemptionsOf(Feature feature, VariantCatalog catalog) {
        List<Exemption> exemptions = new ArrayList<>();
        for (Variant variant : feature.variants()) {
            List<ConditionDefinition> conditions = variant.overrides().stream()
                    .filter(override -> !override.contextName().isEmpty()
                            && !override.values().isEmpty())
                    .<ConditionDefinition>map(override ->
                            new Compare(override.contextName(), Operator.IN, override.values(), false, false))
                    .toList();
            if (!conditions.isEmpty()) {
                exemptions.add(
                        new Exemption(catalog.key(variant.name(), variant.payload()), Conditions.any(conditions)));
            }
        }
        return List.copyOf(exemptions);
    }

    private static OutcomeDefinition outcomeOf(Feature feature, VariantCatalog catalog) {
        List<Share> shares = feature.variants().stream()
                .map(variant -> new Share(catalog.key(variant.name(), variant.payload()), variant.weight()))
                .toList();
        String stickiness = feature.variants().isEmpty()
                ? Audience.orDefault(null)
                : Audience.orDefault(feature.variants().get(0).stickiness());
        return chosen(shares, stickiness, "", catalog);
    }

    private static OutcomeDefinition chosen(
            List<Share> shares, String stickiness, String group, VariantCatalog catalog) {
        List<Share> possible =
                shares.stream().filter(share -> share.weight() > 0).toList();
        return switch (possible.size()) {
            case 0 -> new Serve(catalog.plain());
            case 1 -> new Serve(possible.get(0).variant());
            default -> new Split(shares, stickiness, group);
        };
    }
}
