package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that edits a draft.
 *
 * @param changes at most 1,000 instructions, about the flag and environment of the address
 */
public record DraftBody(@Nullable List<@Nullable InstructionBody> changes) {
    private static final int MAX_CHANGES = 1_000;

    List<ChangeStep> toSteps(FlagKey flag, @Nullable EnvironmentKey environment) {
        List<InstructionBody> bodies = RequestFields.list("changes", changes);
        if (bodies.size() > MAX_CHANGES) {
            throw new DomainException.Invalid("changes", "must be at most " + MAX_CHANGES);
        }
        List<ChangeStep> steps = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            steps.add(new InstructionReader(bodies.get(i), "changes[" + i + "]", environment).readOf(flag));
        }
        return steps;
    }
}
