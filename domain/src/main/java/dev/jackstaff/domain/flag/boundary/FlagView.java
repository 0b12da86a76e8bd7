package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.control.StateChanges;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.time.Instant;
import java.util.List;

/**
 * The readable state of a flag.
 *
 * @param updatedAt when the flag or its state in an environment was last changed
 * @param version counts the changes of the flag itself
 * @param stateChanges counts the changes of its states in all environments
 * @param staleness whether it may be no longer needed, as it was found when it was read
 */
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
        FlagTraits traits,
        Instant createdAt,
        Instant updatedAt,
        long version,
        long stateChanges,
        Staleness staleness) {
    public FlagView {
        tags = List.copyOf(tags);
        variants = List.copyOf(variants);
        prerequisites = List.copyOf(prerequisites);
    }

    /** The details, as a change of the flag has them. */
    public FlagDetails details() {
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

    /** A flag as it is stored, without what is found out from its states and its usage. */
    public static FlagView stored(Flag flag) {
        return of(flag, StateChanges.NONE, Staleness.ACTIVE);
    }

    /** The view of a flag whose changes and staleness were found. */
    public static FlagView of(Flag flag, StateChanges changes, Staleness staleness) {
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
                content.traits(),
                flag.createdAt(),
                flag.updatedAt().isAfter(changes.latest()) ? flag.updatedAt() : changes.latest(),
                flag.version(),
                changes.count(),
                staleness);
    }
}
