package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.time.Instant;
import java.util.List;

/** The readable state of a flag. */
public record FlagView(
        FlagKey key,
        String name,
        String description,
        ValueType type,
        FlagKind kind,
        String owner,
        List<String> tags,
        boolean serverOnly,
        boolean archived,
        List<FlagVariant> variants,
        List<PrerequisiteDefinition> prerequisites,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    public FlagView {
        tags = List.copyOf(tags);
        variants = List.copyOf(variants);
        prerequisites = List.copyOf(prerequisites);
    }

    static FlagView of(Flag flag) {
        FlagContent content = flag.content();
        return new FlagView(
                flag.key(),
                content.name(),
                content.description(),
                flag.type(),
                content.kind(),
                content.owner(),
                content.tags(),
                content.serverOnly(),
                flag.archived(),
                content.variants(),
                content.prerequisites(),
                flag.createdAt(),
                flag.updatedAt(),
                flag.version());
    }
}
