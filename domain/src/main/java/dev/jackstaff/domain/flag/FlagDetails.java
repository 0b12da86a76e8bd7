package dev.jackstaff.domain.flag;

import dev.jackstaff.domain.Labels;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;

/**
 * The environment-independent details of a flag.
 *
 * @param name empty for the key
 * @param type cannot be changed once the flag exists
 * @param owner the person or team responsible for it; empty for nobody
 * @param serverOnly hidden from client keys
 * @param variants in their order; a boolean flag without any gets {@code on} and {@code off}
 */
public record FlagDetails(
        String name,
        String description,
        ValueType type,
        FlagKind kind,
        String owner,
        List<String> tags,
        boolean serverOnly,
        List<VariantInput> variants,
        List<PrerequisiteDefinition> prerequisites,
        FlagTraits traits) {
    /** The types that flags may have, by their labels. */
    public static final Labels<ValueType> TYPES = Labels.of(ValueType.values(), ValueType::label);

    public FlagDetails {
        tags = List.copyOf(tags);
        variants = List.copyOf(variants);
        prerequisites = List.copyOf(prerequisites);
    }

    /** Details without traits that only some flags have. */
    public FlagDetails(
            String name,
            String description,
            ValueType type,
            FlagKind kind,
            String owner,
            List<String> tags,
            boolean serverOnly,
            List<VariantInput> variants,
            List<PrerequisiteDefinition> prerequisites) {
        this(name, description, type, kind, owner, tags, serverOnly, variants, prerequisites, FlagTraits.NONE);
    }

    /** These details with other texts. */
    public FlagDetails withTexts(String otherName, String otherDescription, String otherOwner) {
        return new FlagDetails(
                otherName, otherDescription, type, kind, otherOwner, tags, serverOnly, variants, prerequisites, traits);
    }

    /** These details with another kind, other tags, and another audience. */
    public FlagDetails withLabels(FlagKind otherKind, List<String> otherTags, boolean otherServerOnly) {
        return new FlagDetails(
                name, description, type, otherKind, owner, otherTags, otherServerOnly, variants, prerequisites, traits);
    }

    /** These details with other variants. */
    public FlagDetails withVariants(List<VariantInput> others) {
        return new FlagDetails(name, description, type, kind, owner, tags, serverOnly, others, prerequisites, traits);
    }

    /** These details with other prerequisites. */
    public FlagDetails withPrerequisites(List<PrerequisiteDefinition> others) {
        return new FlagDetails(name, description, type, kind, owner, tags, serverOnly, variants, others, traits);
    }

    /** These details with other traits. */
    public FlagDetails withTraits(FlagTraits others) {
        return new FlagDetails(name, description, type, kind, owner, tags, serverOnly, variants, prerequisites, others);
    }

    /**
     * The variants with their values.
     *
     * @throws IllegalArgumentException if a value is none of the type
     */
    public List<FlagVariant> typedVariants() {
        return variants.stream()
                .map(variant ->
                        new FlagVariant(variant.key(), Value.parse(type, variant.json()), variant.description()))
                .toList();
    }
}
