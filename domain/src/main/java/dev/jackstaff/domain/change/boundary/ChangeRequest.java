package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import java.util.List;

/**
 * A change to be made as a whole, or not at all.
 *
 * @param steps carried out in their order
 * @param base what the caller has seen
 * @param note why the change is made
 */
public record ChangeRequest(List<ChangeStep> steps, ChangeBase base, ChangeNote note) {
    public ChangeRequest {
        steps = List.copyOf(steps);
    }
}
