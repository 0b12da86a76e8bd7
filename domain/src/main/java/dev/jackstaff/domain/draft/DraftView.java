package dev.jackstaff.domain.draft;

import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Edits of a flag that one person has not saved yet.
 *
 * @param environment where settings are edited; null for what all environments share
 * @param base the revision of the environment, or of the project, at which the draft was begun
 * @param steps the shortest list that makes of what was there at the base what the person wants; at least one
 * @param editedAt when it was last edited
 */
public record DraftView(
        ProjectKey project,
        FlagKey flag,
        @Nullable EnvironmentKey environment,
        long base,
        List<ChangeStep> steps,
        Instant editedAt) {
    public DraftView {
        steps = List.copyOf(steps);
    }

    /** The base, as a change has it. */
    public ChangeBase changeBase() {
        return environment == null
                ? new ChangeBase(Map.of(), OptionalLong.of(base))
                : new ChangeBase(Map.of(environment, base), OptionalLong.empty());
    }
}
