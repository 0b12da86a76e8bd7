package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;

/** The changeable content of a flag, the same in every environment. */
public record FlagContent(
        String name,
        String description,
        FlagKind kind,
        String owner,
        List<String> tags,
        boolean serverOnly,
        List<FlagVariant> variants,
        List<PrerequisiteDefinition> prerequisites,
        FlagTraits traits) {
    public FlagContent {
        tags = List.copyOf(tags);
        variants = List.copyOf(variants);
        prerequisites = List.copyOf(prerequisites);
    }

    /** The content as values that others may have. */
    public FlagDetails details(ValueType type) {
        return new FlagDetails(
                name,
                description,
                type,
                kind,
                owner,
                tags,
                serverOnly,
                variants.stream().map(VariantInput::of).toList(),
                prerequisites,
                traits);
    }

    /** Whether edges answer alike with this and with other content. */
    boolean evaluatesLike(FlagContent other) {
        return serverOnly == other.serverOnly
                && prerequisites.equals(other.prerequisites)
                && traits.metadata().equals(other.traits.metadata())
                && variants.stream()
                        .map(FlagVariant::definition)
                        .toList()
                        .equals(other.variants.stream()
                                .map(FlagVariant::definition)
                                .toList());
    }
}
