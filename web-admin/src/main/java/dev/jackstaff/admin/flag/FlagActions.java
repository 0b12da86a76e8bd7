package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.preference.boundary.Favourites;
import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** What is done with flags of the list: one is marked as a favourite, all that are selected are changed. */
@Named
@RequestScoped
public class FlagActions {
    @Inject
    Here here;

    @Inject
    Favourites favourites;

    @Inject
    Changes changes;

    @Inject
    PageMessages messages;

    /** Marks the flag that the parameter {@code starred} names as a favourite, or takes the mark back. */
    public void star() {
        FlagKey flag = new FlagKey(here.parameter("starred"));
        if (favourites.list(here.projectKey()).contains(flag)) {
            favourites.unmark(here.projectKey(), flag);
        } else {
            favourites.mark(here.projectKey(), flag);
        }
    }

    /**
     * Changes each selected flag by itself: parameter {@code do} is {@code on} or {@code off} (in the environment {@code in})
     * or {@code archive}. Those that are refused are named with the reason; the others are changed.
     */
    public void bulk() {
        List<String> refused = new ArrayList<>();
        List<String> selected = here.values("selected");
        for (String key : selected) {
            try {
                changes.apply(
                        here.projectKey(),
                        new ChangeRequest(steps(new FlagKey(key)), ChangeBase.NONE, ChangeNote.NONE));
            } catch (DomainException refusal) {
                refused.add(key + ": " + refusal.sentence());
            }
        }
        int done = selected.size() - refused.size();
        if (done > 0) {
            messages.addSuccess("bulk.done", done);
        }
        refused.forEach(sentence -> messages.addError("bulk.refused", sentence));
    }

    private List<ChangeStep> steps(FlagKey flag) {
        return switch (here.parameter("do")) {
            case "on" -> switched(flag, true);
            case "off" -> switched(flag, false);
            case "archive" -> ChangeStep.of(List.of(new ArchiveFlag(flag)));
            default -> throw new DomainException.Invalid("do", "must be on, off or archive");
        };
    }

    private List<ChangeStep> switched(FlagKey flag, boolean on) {
        return ChangeStep.in(new EnvironmentKey(here.parameter("in")), List.of(new Switch(flag, on)));
    }
}
