package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The details of an existing flag after an import: what the other system does not know stays. */
final class DetailsMerge {
    private DetailsMerge() {}

    static FlagDetails of(FlagKey key, FlagContent before, FlagDetails imported) {
        return new FlagDetails(
                named(key, imported.name()) ? imported.name() : before.name(),
                imported.description().isBlank() ? before.description() : imported.description(),
                imported.type(),
                imported.kind(),
                imported.owner().isBlank() ? before.owner() : imported.owner(),
                Stream.concat(before.tags().stream(), imported.tags().stream())
                        .distinct()
                        .toList(),
                imported.serverOnly() || before.serverOnly(),
                imported.variants(),
                imported.prerequisites(),
                before.traits().withStale(imported.traits().stale()));
    }

    private static boolean named(FlagKey key, String name) {
        return !name.isBlank() && !name.equals(key.value());
    }

    /** The details with other variants and prerequisites. */
    static FlagDetails with(
            FlagDetails details, List<VariantInput> variants, List<PrerequisiteDefinition> prerequisites) {
        return details.withVariants(variants).withPrerequisites(prerequisites);
    }

    /** What changes for all environments though it changes no answer. */
    static List<String> notes(FlagContent before, FlagDetails after) {
        List<String> changed = new ArrayList<>();
        if (!before.description().equals(after.description())) {
            changed.add("description");
        }
        if (before.kind() != after.kind()) {
            changed.add("kind");
        }
        if (!Set.copyOf(before.tags()).equals(Set.copyOf(after.tags()))) {
            changed.add("tags");
        }
        if (before.traits().stale() != after.traits().stale()) {
            changed.add("stale");
        }
        return changed.isEmpty()
                ? List.of()
                : List.of("Changed for all environments, because they share it: " + String.join(", ", changed) + ".");
    }
}
