package dev.jackstaff.domain.imports.control;

import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The prerequisites of a flag that other environments use, after an import. They are shared by all environments, so
 * they may only grow by variants of the parent that no other environment has, and only keep variants that the imported
 * environment does not have.
 *
 * @param flags the imported flags
 */
record PrerequisiteMerge(Map<String, FlagMerge> flags) {
    /** The prerequisites for all environments; empty if there are none that change no other environment. */
    Optional<List<PrerequisiteDefinition>> merge(
            Collection<PrerequisiteDefinition> existing, Collection<PrerequisiteDefinition> imported) {
        Map<String, Set<String>> wanted = new HashMap<>();
        imported.forEach(prerequisite -> wanted.put(prerequisite.flag(), new LinkedHashSet<>(prerequisite.variants())));
        List<PrerequisiteDefinition> merged = new ArrayList<>();
        for (PrerequisiteDefinition prerequisite : existing) {
            Set<String> variants = wanted.remove(prerequisite.flag());
            if (variants == null || !canMerge(prerequisite, variants)) {
                return Optional.empty();
            }
            Set<String> union = new LinkedHashSet<>(prerequisite.variants());
            union.addAll(variants);
            merged.add(new PrerequisiteDefinition(prerequisite.flag(), List.copyOf(union)));
        }
        return wanted.isEmpty() ? Optional.of(List.copyOf(merged)) : Optional.empty();
    }

    private boolean canMerge(PrerequisiteDefinition existing, Set<String> imported) {
        if (imported.isEmpty() || existing.variants().isEmpty()) {
            return imported.isEmpty() && existing.variants().isEmpty();
        }
        Set<String> before = Set.copyOf(existing.variants());
        FlagMerge parent = flags.get(existing.flag());
        if (parent == null) {
            return imported.equals(before);
        }
        return before.stream().noneMatch(variant -> !imported.contains(variant) && parent.imports(variant))
                && imported.stream().noneMatch(variant -> !before.contains(variant) && parent.had(variant));
    }
}
