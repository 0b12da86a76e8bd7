package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.Prerequisite.Requirement;
import dev.jackstaff.protocols.unleash.Payload;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The evaluations one feature can give. */
final class FeatureEvaluations {
    private static final String ON = "on";
    private static final String OFF = "off";

    private final UnleashFeature feature;
    private final Set<String> variants = new HashSet<>();
    private final Variant plain;

    FeatureEvaluations(UnleashFeature feature) {
        this.feature = feature;
        feature.variants().forEach(variant -> variants.add(variant.name()));
        feature.strategies().stream()
                .flatMap(strategy -> strategy.variants().stream())
                .forEach(variant -> variants.add(variant.name()));
        this.plain = booleanVariant(unusedName(), true);
    }

    UnleashFeature feature() {
        return feature;
    }

    /** A name for an evaluation without a variant that no variant has. */
    private String unusedName() {
        String name = ON;
        for (int number = 2; variants.contains(name); number++) {
            name = ON + "-" + number;
        }
        return name;
    }

    /**
     * The evaluation of the disabled feature; without a value if the feature has variants, because none of them means
     * off.
     */
    Evaluation off(Reason reason) {
        return Evaluation.off(feature.name(), variants.isEmpty() ? booleanVariant(OFF, false) : null, reason);
    }

    /** The evaluation of the enabled feature without a variant. */
    Evaluation on(Reason reason) {
        return Evaluation.on(feature.name(), plain, reason);
    }

    /** The evaluation of the enabled feature with a variant. */
    Evaluation on(String variant, @Nullable Payload payload, Reason reason) {
        return Evaluation.on(feature.name(), PayloadConverter.variant(variant, payload), reason);
    }

    /** The requirement of one of some variants, or of no variant at all. */
    Requirement requireOneOf(Collection<String> names) {
        if (variants.isEmpty()) {
            return new Requirement.On();
        }
        Set<String> keys = new HashSet<>(names);
        keys.retainAll(variants);
        keys.add(plain.key());
        return new Requirement.OneOfVariants(keys);
    }

    private static Variant booleanVariant(String key, boolean value) {
        return new Variant(key, Value.of(value), Variant.NO_PAYLOAD);
    }
}
