package dev.jackstaff.domain.draft.boundary;

import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.List;

/**
 * Which drafts of a flag are saved together.
 *
 * @param shared whether that of what all environments share is
 * @param environments the environments whose drafts are
 */
public record DraftSelection(boolean shared, List<EnvironmentKey> environments) {
    /** The draft of what all environments share, alone. */
    public static final DraftSelection SHARED = new DraftSelection(true, List.of());

    public DraftSelection {
        environments = environments.stream().distinct().toList();
    }

    /** The draft of one environment, alone. */
    public static DraftSelection of(EnvironmentKey environment) {
        return new DraftSelection(false, List.of(environment));
    }
}
