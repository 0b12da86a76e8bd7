package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.project.entity.Project;
import java.util.Optional;

/** The details of a flag, under change. Bases are revisions of the project. */
public final class FlagTarget implements ChangeTarget<FlagDetails> {
    private final Project project;
    private final Flag flag;
    private final FlagEditor editor;
    private final HistoryStore history;
    private final String before;
    private boolean answersChanged;

    /** A target that nothing has changed yet. */
    public FlagTarget(Project project, Flag flag, FlagEditor editor, HistoryStore history) {
        this.project = project;
        this.flag = flag;
        this.editor = editor;
        this.history = history;
        this.before = flag.auditJson();
    }

    public Flag flag() {
        return flag;
    }

    /** Whether edges may answer differently now. */
    public boolean areAnswersChanged() {
        return answersChanged;
    }

    @Override
    public FlagDetails present() {
        return flag.details();
    }

    @Override
    public FlagDetails seen(long base) {
        return history.detailsAt(flag, base)
                .orElseThrow(() -> new DomainException.Conflict("flag \"" + flag.key()
                        + "\" did not exist at revision " + base
                        + " of the project, or that is not recorded any more"));
    }

    @Override
    public void change(FlagDetails wanted) {
        answersChanged |= editor.update(flag, wanted) == Flag.Effect.ANSWERS;
    }

    @Override
    public Optional<AuditChange> difference() {
        String after = flag.auditJson();
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(AuditChange.updated(flag.subject(project.key()), before, after));
    }
}
