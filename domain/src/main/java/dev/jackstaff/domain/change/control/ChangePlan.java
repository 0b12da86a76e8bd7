package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import java.util.List;

/** A change to be made as a whole, or not at all: its steps in their order, what its author has seen, and why it is made. */
public record ChangePlan(List<ChangeStep> steps, ChangeBase base, ChangeNote note) {
    public ChangePlan {
        steps = List.copyOf(steps);
    }

    /** Steps that change whatever is there, for no reason that was said. */
    public static ChangePlan of(List<ChangeStep> steps) {
        return new ChangePlan(steps, ChangeBase.NONE, ChangeNote.NONE);
    }
}
