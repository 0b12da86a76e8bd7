package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.Changes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The taking back of a change, from the message about it; refused if somebody else changed the same meanwhile. */
@Named
@RequestScoped
public class Undo {
    @Inject
    Here here;

    @Inject
    Changes changes;

    @Inject
    PageMessages messages;

    /** Takes back the change that the parameter {@code change} says. */
    public void apply() {
        UndoableChange change = UndoableChange.parse(here.parameter("change"));
        changes.apply(here.projectKey(), new ChangeRequest(change.steps(), change.base(), ChangeNote.NONE));
        messages.addSuccess("undo.done");
    }
}
