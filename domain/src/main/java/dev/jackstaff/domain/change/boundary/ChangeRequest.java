package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.engine.EvaluationContext;
import java.util.List;

/**
 * A change to be made as a whole, or not at all.
 *
 * @param steps carried out in their order
 * @param base what the caller has seen
 * @param note why the change is made
 * @param contexts for which it is counted whether they are answered otherwise
 */
public record ChangeRequest(
        List<ChangeStep> steps, ChangeBase base, ChangeNote note, List<EvaluationContext> contexts) {
    public ChangeRequest {
        steps = List.copyOf(steps);
        contexts = List.copyOf(contexts);
    }

    /** A change without contexts. */
    public ChangeRequest(List<ChangeStep> steps, ChangeBase base, ChangeNote note) {
        this(steps, base, note, List.of());
    }
}
