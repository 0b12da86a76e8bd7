package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.bucketing.Murmur3Bucketing;
import dev.jackstaff.engine.bucketing.Stickiness;
import dev.jackstaff.engine.condition.OneOf;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Rule;
import dev.jackstaff.protocols.unleash.Payload;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.UnleashVariant;
import dev.jackstaff.protocols.unleash.VariantOverride;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiler of the outcomes of one enabled feature. */
final class VariantCompiler {
    private final UnleashFeature feature;
    private final FeatureEvaluations answers;
    private final Map<Reason, Outcome> own = new EnumMap<>(Reason.class);

    VariantCompiler(UnleashFeature feature, FeatureEvaluations answers) {
        this.feature = feature;
        this.answers = answers;
    }

    /** A part of a split. */
    private record Part(String name, int weight, @Nullable Payload payload) {}

    /**
     * The outcome of a strategy's variants, split by the strategy's group and stickiness; without variants, that of the
     * feature.
     *
     * @throws IllegalArgumentException if the sum of the weights exceeds the range of an int
     */
    Outcome ofStrategy(Strategy strategy, Reason reason) {
        if (strategy.variants().isEmpty()) {
            return ofFeature(reason);
        }
        List<Part> parts = strategy.variants().stream()
                .map(variant -> new Part(variant.name(), variant.weight(), variant.payload()))
                .toList();
        return choice(
                parts, ActivationRule.stickiness(strategy), ActivationRule.group(strategy, feature.name()), reason);
    }

    /**
     * The outcome of the feature's own variants: overrides first, then a split with the feature as group and the
     * stickiness of the first variant.
     *
     * @throws IllegalArgumentException if the sum of the weights exceeds the range of an int
     */
    Outcome ofFeature(Reason reason) {
        Outcome known = own.get(reason);
        if (known == null) {
            known = overridden(feature.variants(), reason);
            own.put(reason, known);
        }
        return known;
    }

    private Outcome overridden(List<UnleashVariant> variants, Reason reason) {
        List<Part> parts = variants.stream()
                .map(variant -> new Part(variant.name(), variant.weight(), variant.payload()))
                .toList();
        String stickiness = variants.isEmpty() ? null : variants.get(0).stickiness();
        Outcome choice = choice(parts, ActivationRule.stickiness(stickiness), feature.name(), reason);
        List<Rule> overrides = overrides(variants);
        return overrides.isEmpty() ? choice : new Outcome.FirstMatch(overrides, choice);
    }

    private List<Rule> overrides(List<UnleashVariant> variants) {
        List<Rule> rules = new ArrayList<>();
        for (UnleashVariant variant : variants) {
            Outcome answer = new Outcome.Fixed(answers.on(variant.name(), variant.payload(), Reason.TARGETING_MATCH));
            for (VariantOverride override : variant.overrides()) {
                OneOf listed = new OneOf(Attribute.named(override.contextName()), new HashSet<>(override.values()));
                rules.add(new Rule.Conditional(PrintableText.singleLine("override " + variant.name()), listed, answer));
            }
        }
        return rules;
    }

    private Outcome choice(List<Part> parts, Stickiness stickiness, String group, Reason reason) {
        List<Part> possible = parts.stream().filter(part -> part.weight() > 0).toList();
        if (possible.isEmpty()) {
            return new Outcome.Fixed(answers.on(reason));
        }
        if (possible.size() == 1) {
            Part only = possible.get(0);
            return new Outcome.Fixed(answers.on(only.name(), only.payload(), reason));
        }
        List<Evaluation> each = possible.stream()
                .map(part -> answers.on(part.name(), part.payload(), Reason.SPLIT))
                .toList();
        List<Integer> weights = possible.stream().map(Part::weight).toList();
        Evaluation nobody = answers.on(reason);
        return new Outcome.Split(
                Murmur3Bucketing.INSTANCE.split(group, weights),
                new RandomFallbackStickiness(stickiness),
                each,
                nobody,
                nobody,
                false);
    }
}
