package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.util.List;

/** The conversion of one feature to a native flag. */
final class FlagConversion {
    private final UnleashFeature feature;
    private final ConversionContext context;
    private final ConversionNotes notes = new ConversionNotes();

    private FlagConversion(UnleashFeature feature, ConversionContext surroundings) {
        this.feature = feature;
        this.context = surroundings;
    }

    static ConvertedFlag of(UnleashFeature feature, ConversionContext surroundings) {
        return ConversionBlocker.find(feature, surroundings)
                .map(reason -> ConvertedFlag.lost(feature.name(), reason))
                .orElseGet(() -> new FlagConversion(feature, surroundings).convert());
    }

    private ConvertedFlag convert() {
        FlagDefinition definition = definition();
        String kind = FeatureTypeConversion.of(feature.type(), notes);
        if (feature.impressionData()) {
            notes.add("Impression data was asked for; there is none here.");
        }
        return new ConvertedFlag(
                feature.name(),
                notes.status(),
                notes.sentences(),
                definition,
                feature.description() == null ? "" : feature.description(),
                kind,
                feature.stale());
    }

    private FlagDefinition definition() {
        VariantCatalog variants = context.catalog(feature.name());
        variants.addNotes(notes);
        RuleConversion conversion =
                new RuleConversion(feature, context, new VariantConversion(feature, variants), notes);
        List<RuleDefinition> rules = conversion.rules();
        DependencyConversion dependencies = new DependencyConversion(feature, context, notes);
        if (!conversion.isComplete()) {
            notes.add("Unleash disables a feature it cannot fully parse, so the flag is switched off.");
        }
        return new FlagDefinition(
                feature.name(),
                variants.type(),
                feature.enabled() && conversion.isComplete() && dependencies.isSatisfiable(),
                false,
                variants.definitions(),
                variants.offVariant().orElse(null),
                conversion.fallthrough(),
                dependencies.prerequisites(),
                rules,
                FlagDefinition.NATIVE_BUCKETING);
    }
}
