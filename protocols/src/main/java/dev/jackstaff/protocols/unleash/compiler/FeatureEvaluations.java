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

    /** A name for an answer without a variant, which no variant has. */
    private String unusedName() {
        String name = ON;
        for (int number = 2; variants.contains(name); number++) {
            name = ON + "-" + number;
        }
        return name;
    }

    /** Off; nothing is served where there are variants, for none of them says off. */
    Evaluation off(Reason reason) {
        return Evaluation.off(feature.name(), variants.isEmpty() ? booleanVariant(OFF, false) : null, reason);
    }

    /** On, without a variant. */
    Evaluation on(Reason reason) {
        return Evaluation.on(feature.name(), plain, reason);
    }

    /** On, with a variant. */
    Evaluation on(String variant, @Nullable Payload payload, Reason reason) {
        return Evaluation.on(feature.name(), PayloadConverter.variant(variant, payload), reason);
    }

    /** The demand for one of some variants, or for no variant at all. */
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
