package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.protocols.unleash.Feature;
import java.util.List;

/** One feature as a native flag. */
final class FlagConversion {
    private static final String STALE = "stale";

    private final Feature feature;
    private final Surroundings surroundings;
    private final Notes notes = new Notes();

    private FlagConversion(Feature feature, Surroundings surroundings) {
        this.feature = feature;
        this.surroundings = surroundings;
    }

    static ConvertedFlag of(Feature feature, Surroundings surroundings) {
        return Obstacle.of(feature, surroundings)
                .map(reason -> ConvertedFlag.lost(feature.name(), reason))
                .orElseGet(() -> new FlagConversion(feature, surroundings).converted());
    }

    private ConvertedFlag converted() {
        FlagDefinition definition = definition();
        String kind = FlagKind.of(feature.type(), notes);
        if (feature.impressionData()) {
            notes.add("Impression data was asked for; there is none here.");
        }
        return new ConvertedFlag(
                feature.name(),
                notes.outcome(),
                notes.sentences(),
                definition,
                feature.description() == null ? "" : feature.description(),
                kind,
                feature.stale() ? List.of(STALE) : List.of());
    }

    private FlagDefinition definition() {
        VariantCatalog variants = surroundings.catalog(feature.name());
        variants.explain(notes);
        RuleConversion conversion =
                new RuleConversion(feature, surroundings, new VariantChoice(feature, variants), notes);
        List<RuleDefinition> rules = conversion.rules();
        DependencyConversion dependencies = new DependencyConversion(feature, surroundings, notes);
        if (!conversion.understood()) {
            notes.add(
                    "Unleash keeps a feature off that it does not understand as a whole, so the flag is switched off.");
        }
        return new FlagDefinition(
                feature.name(),
                variants.type(),
                feature.enabled() && conversion.understood() && dependencies.holding(),
                false,
                variants.definitions(),
                variants.offVariant().orElse(null),
                conversion.fallthrough(),
                dependencies.prerequisites(),
                rules,
                FlagDefinition.NATIVE_BUCKETING);
    }
}
