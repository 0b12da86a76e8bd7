package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The switch of a flag in an environment, wherever a page shows one. */
@Named
@RequestScoped
public class FlagSwitch {
    @Inject
    Here here;

    @Inject
    Changes changes;

    @Inject
    PageMessages messages;

    /** Switches the flag to the position that the reader chose, even if it changed meanwhile. */
    public void flip() {
        FlagKey flag = new FlagKey(here.parameter("switchedFlag"));
        EnvironmentKey environment = new EnvironmentKey(here.parameter("switchedEnvironment"));
        boolean on = Boolean.parseBoolean(here.parameter("wanted"));
        messages.addUndoable(
                changes.apply(
                        here.projectKey(),
                        new ChangeRequest(
                                ChangeStep.in(environment, List.of(new Switch(flag, on))),
                                ChangeBase.NONE,
                                new ChangeNote(here.parameter("reason"), ""))),
                on ? "flag.turnedOn" : "flag.turnedOff",
                flag,
                environment);
    }
}
