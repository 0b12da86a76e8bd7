package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a flag in one environment.
 *
 * @param offVariant the variant served while the flag is off; null if the client's own default applies
 * @param fallthrough the outcome if no rule matches
 * @param metadata what clients are told with each answer: JSON strings, numbers and booleans by name
 * @param bucketing the name of the bucketing algorithm, as {@code murmur3/1}
 */
public record FlagDefinition(
        String key,
        ValueType type,
        boolean enabled,
        boolean serverOnly,
        List<VariantDefinition> variants,
        @Nullable String offVariant,
        OutcomeDefinition fallthrough,
        List<PrerequisiteDefinition> prerequisites,
        List<RuleDefinition> rules,
        String bucketing,
        Map<String, String> metadata) {
    /** The bucketing of native flags: MurmurHash3 as Unleash computes it, refined to basis points. */
    public static final String NATIVE_BUCKETING = "murmur3/1";

    public FlagDefinition {
        variants = List.copyOf(variants);
        prerequisites = List.copyOf(prerequisites);
        rules = List.copyOf(rules);
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /** A definition without metadata. */
    public FlagDefinition(
            String key,
            ValueType type,
            boolean enabled,
            boolean serverOnly,
            List<VariantDefinition> variants,
            @Nullable String offVariant,
            OutcomeDefinition fallthrough,
            List<PrerequisiteDefinition> prerequisites,
            List<RuleDefinition> rules,
            String bucketing) {
        this(
                key,
                type,
                enabled,
                serverOnly,
                variants,
                offVariant,
                fallthrough,
                prerequisites,
                rules,
                bucketing,
                Map.of());
    }

    /** This definition with other metadata. */
    public FlagDefinition withMetadata(Map<String, String> other) {
        return new FlagDefinition(
                key,
                type,
                enabled,
                serverOnly,
                variants,
                offVariant,
                fallthrough,
                prerequisites,
                rules,
                bucketing,
                other);
    }

    /**
     * Whether the flag counts as on while it is enabled and serves a variant. A boolean flag is off if that is its off
     * variant or {@code false}. Any other flag is on with every variant: its off variant may be a part of a split, as
     * the control of an experiment.
     */
    public boolean isOn(String variant, Value value) {
        return type != ValueType.BOOLEAN || (!variant.equals(offVariant) && !value.equals(Value.of(false)));
    }
}
