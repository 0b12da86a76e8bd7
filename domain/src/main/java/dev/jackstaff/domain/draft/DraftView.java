package dev.jackstaff.domain.draft;

import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
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

    /** What the draft, which is of an environment, makes of settings there; Conflict if a step cannot be applied to them. */
    public FlagStateDetails appliedTo(FlagStateDetails settings) {
        FlagStateDetails drafted = settings;
        for (ChangeStep step : steps) {
            drafted = ((StateInstruction) step.instruction()).apply(drafted);
        }
        return drafted;
    }

    /** What the draft, which is of what all environments share, makes of that; likewise. */
    public FlagDetails appliedTo(FlagDetails details) {
        FlagDetails drafted = details;
        for (ChangeStep step : steps) {
            drafted = ((FlagInstruction) step.instruction()).apply(drafted);
        }
        return drafted;
    }

    /** The base, as a change has it. */
    public ChangeBase changeBase() {
        return environment == null
                ? new ChangeBase(Map.of(), OptionalLong.of(base))
                : new ChangeBase(Map.of(environment, base), OptionalLong.empty());
    }
}
