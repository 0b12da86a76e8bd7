package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.project.entity.Project;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flag as an import will store it.
 *
 * @param importedSegments the segments that its rules name in the import
 * @param existing the flag that the project has; null if it is new
 * @param settings in the imported environment
 * @param notes what differs from the import
 */
record PlannedFlag(
        FlagKey key,
        Set<String> importedSegments,
        @Nullable Flag existing,
        FlagDetails details,
        FlagSettings settings,
        List<String> notes) {
    PlannedFlag {
        importedSegments = Set.copyOf(importedSegments);
        notes = List.copyOf(notes);
    }

    /** A flag of this content that is never stored, for checks. */
    Flag probe(Project project) {
        return new Flag(project, key, details.type(), FlagEditor.content(key, details));
    }

    boolean requiresAnyOf(Set<String> flags) {
        return details.prerequisites().stream().anyMatch(prerequisite -> flags.contains(prerequisite.flag()));
    }
}
