package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagRestoration;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.change.control.FlagRestorationStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The use cases of the hub itself: flags that were turned off for a time are turned on again. */
@ApplicationScoped
@Transactional
public class FlagRestorations {
    @Inject
    FlagRestorationStore store;

    @Inject
    ChangeExecutor executor;

    /** The ids of those that are due, the earliest first. */
    public List<String> due() {
        return store.due();
    }

    /**
     * Turns a flag on where it was, and is still off; nothing if that is done, or another hub is at it.
     *
     * @throws DomainException if it cannot be turned on
     */
    public void restore(String id) {
        if (!store.claim(id)) {
            return;
        }
        Optional<FlagRestoration> found = store.find(id);
        if (found.isEmpty()) {
            store.finish(id, "nothing is left to turn on");
            return;
        }
        FlagRestoration restoration = found.get();
        List<ChangeStep> steps = ChangeStep.in(restoration.environments(), new Switch(restoration.flag(), true));
        ChangeNote note = new ChangeNote("It was turned off for a time by " + restoration.killedBy() + ".", "");
        executor.execute(
                AuditAuthor.scheduledBy(restoration.killedBy()),
                restoration.project(),
                new ChangePlan(steps, ChangeBase.NONE, note));
        store.finish(id, "restored");
    }

    /** Gives one up that cannot be done. */
    public void giveUp(String id, String reason) {
        store.finish(id, reason);
    }
}
