package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An imported flag, merged with the one that the project has. What all environments share changes only as far as no
 * environment but the imported one answers differently.
 *
 * @param existing the flag that the project has; null if it is new
 */
record FlagMerge(ImportedFlag imported, @Nullable Flag existing, FlagUse elsewhere, VariantMerge variants) {
    /**
     * Merges the variants.
     *
     * @param required the variants that other flags require
     * @throws DomainException if the existing flag is archived or has another type
     */
    static FlagMerge of(ImportedFlag imported, ImportTarget target, Set<String> required) {
        FlagContent content = FlagEditor.content(imported.key(), imported.details());
        Optional<Flag> existing = target.flag(imported.key());
        if (existing.isEmpty()) {
            return new FlagMerge(imported, null, FlagUse.NONE, VariantMerge.ofNew(content));
        }
        Flag flag = existing.get();
        flag.refuseIfArchived();
        flag.refuseOtherType(imported.details().type());
        FlagUse elsewhere = target.useElsewhere(flag);
        return new FlagMerge(imported, flag, elsewhere, VariantMerge.of(content, flag.content(), elsewhere, required));
    }

    /**
     * The flag as it will be stored.
     *
     * @throws DomainException.Conflict if other environments would answer differently
     */
    PlannedFlag plan(Map<String, FlagMerge> siblings, Map<String, String> segmentKeys) {
        List<String> notes = new ArrayList<>();
        List<PrerequisiteDefinition> prerequisites = imported.details().prerequisites();
        FlagDetails details = existing == null
                ? imported.details()
                : DetailsMerge.of(imported.key(), existing.content(), imported.details());
        if (existing != null && elsewhere.environment().isPresent()) {
            prerequisites = merge(existing.prerequisites(), prerequisites, siblings, notes);
            notes.addAll(DetailsMerge.notes(existing.content(), details));
        }
        return new PlannedFlag(
                imported.key(),
                segments(),
                existing,
                DetailsMerge.with(details, variants.variants(), prerequisites),
                FlagSettings.of(new ReferenceRenaming(segmentKeys)
                        .apply(imported.state())
                        .withValues(variants.values())),
                notes);
    }

    private Set<String> segments() {
        return imported.state().rules().stream()
                .flatMap(rule -> DefinitionReferences.segmentsOf(rule.condition()).stream())
                .collect(Collectors.toSet());
    }

    private List<PrerequisiteDefinition> merge(
            List<PrerequisiteDefinition> before,
            List<PrerequisiteDefinition> wanted,
            Map<String, FlagMerge> siblings,
            List<String> notes) {
        Optional<List<PrerequisiteDefinition>> merged = new PrerequisiteMerge(siblings).merge(before, wanted);
        if (merged.isEmpty()) {
            if (imported.state().enabled()) {
                throw new DomainException.Conflict("its prerequisites differ from those that environment \""
                        + elsewhere.environment().map(Object::toString).orElse("")
                        + "\" uses, and all environments share them. Change them at the flag and import again");
            }
            notes.add("It is off here and keeps the prerequisites that other environments use.");
        }
        return merged.orElse(before);
    }

    /** Whether an imported variant has this key in the flag. */
    boolean imports(String variant) {
        return imported.details().variants().stream().anyMatch(one -> one.key().equals(variant));
    }

    /** Whether the flag had a variant of this key before the import. */
    boolean had(String variant) {
        return existing != null
                && existing.content().variants().stream()
                        .anyMatch(one -> one.key().equals(variant));
    }
}
