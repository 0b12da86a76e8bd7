package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.flagsmith.FeatureState;
import dev.jackstaff.protocols.flagsmith.FlagsmithFeature;
import dev.jackstaff.protocols.flagsmith.MultivariateValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A factory of the states of a flag's feature. The value of a boolean flag is whether the feature is enabled. */
final class FeatureStateFactory {
    private final FlagDefinition flag;
    private final FlagsmithFeature feature;
    private final String name;
    private final Map<String, VariantDefinition> variants = new HashMap<>();

    /**
     * A factory for one flag.
     *
     * @param name distinguishes the states from those of other environments
     */
    FeatureStateFactory(FlagDefinition flag, FlagsmithFeature feature, String name) {
        this.flag = flag;
        this.name = name;
        flag.variants().forEach(variant -> variants.put(variant.key(), variant));
        this.feature = feature;
    }

    /** Whether a flag that serves a variant is on. */
    boolean isOn(String variant) {
        VariantDefinition served = variants.get(variant);
        return served != null && flag.isOn(served.key(), served.value());
    }

    /** A disabled state with the value of the off variant. */
    FeatureState off(@Nullable Long priority) {
        return state(false, value(flag.offVariant()), priority);
    }

    /** A state with the value of a variant, enabled if a flag that serves it is on. */
    FeatureState serve(String variant, @Nullable Long priority) {
        return state(isOn(variant), value(variant), priority);
    }

    /**
     * An enabled state that splits between variants; the remainder of rounding goes to the first.
     *
     * @param key the hash key of the split
     */
    FeatureState split(List<WeightedVariant> shares, String key, @Nullable Long priority) {
        List<BigDecimal> percentages = RuleAllocation.percentages(shares);
        List<MultivariateValue> values = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            String variant = shares.get(i).variant();
            values.add(new MultivariateValue(
                    i + 1L,
                    IdAllocator.uuid(name + "/" + priority + "/" + variant),
                    percentages.get(i),
                    value(variant),
                    null,
                    variant));
        }
        return new FeatureState(feature, true, value(shares.get(0).variant()), null, key, priority, values);
    }

    private FeatureState state(boolean enabled, @Nullable Value value, @Nullable Long priority) {
        return new FeatureState(
                feature, enabled, value, null, IdAllocator.uuid(name + "/" + priority), priority, List.of());
    }

    /** A value as Flagsmith has it: a string, an integer or a boolean; anything else becomes a string. */
    private @Nullable Value value(@Nullable String variant) {
        VariantDefinition served = variant == null ? null : variants.get(variant);
        if (served == null || flag.type() == ValueType.BOOLEAN) {
            return null;
        }
        return switch (flag.type()) {
            case STRING, INTEGER -> served.value();
            default -> Value.of(served.value().json());
        };
    }
}
