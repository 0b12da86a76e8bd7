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
    /** The tag that imports set and remove; all others belong to people. */
    private static final String STALE = "stale";

    private DetailsMerge() {}

    static FlagDetails of(FlagKey key, FlagContent before, FlagDetails imported) {
        return new FlagDetails(
                named(key, imported.name()) ? imported.name() : before.name(),
                imported.description().isBlank() ? before.description() : imported.description(),
                imported.type(),
                imported.kind(),
                imported.owner().isBlank() ? before.owner() : imported.owner(),
                tags(before.tags(), imported.tags()),
                imported.serverOnly() || before.serverOnly(),
                imported.variants(),
                imported.prerequisites(),
                before.traits());
    }

    private static boolean named(FlagKey key, String name) {
        return !name.isBlank() && !name.equals(key.value());
    }

    private static List<String> tags(List<String> before, List<String> imported) {
        return Stream.concat(before.stream().filter(tag -> !tag.equals(STALE)), imported.stream())
                .distinct()
                .toList();
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
        return changed.isEmpty()
                ? List.of()
                : List.of("Changed for all environments, because they share it: " + String.join(", ", changed) + ".");
    }
}
