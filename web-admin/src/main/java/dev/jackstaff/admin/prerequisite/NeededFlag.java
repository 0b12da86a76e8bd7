package dev.jackstaff.admin.prerequisite;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.PrerequisiteGraph.Verdict;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;

/**
 * A flag that the flag of the page needs, or is to need by the draft.
 *
 * @param edited whether the draft says so
 * @param open whether it is being edited
 */
public record NeededFlag(PrerequisiteDefinition needed, Verdict verdict, boolean edited, boolean open) {
    public String getFlag() {
        return needed.flag();
    }

    public List<String> getVariants() {
        return needed.variants();
    }

    public boolean isEdited() {
        return edited;
    }

    public boolean isOpen() {
        return open;
    }

    /** Whether it holds in the environment that the page is about. */
    public String getState() {
        return MessageBundle.format("needed." + verdict);
    }

    /** The class of the lamp beside that. */
    public String getLamp() {
        if (verdict == Verdict.HOLDS) {
            return "lamp-on";
        }
        return verdict.fails() ? "lamp-danger" : "lamp-warn";
    }
}
