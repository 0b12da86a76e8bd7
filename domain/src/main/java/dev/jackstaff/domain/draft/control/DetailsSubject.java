package dev.jackstaff.domain.draft.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.Edit;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.PreviewedDraft;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.project.control.Revisions;
import java.util.List;

/** The details of a flag, which all environments share, as a draft edits them. Revisions are those of the project. */
public final class DetailsSubject extends DraftSubject<FlagDetails> {
    private final HistoryStore history;
    private final Revisions revisions;

    DetailsSubject(DraftPlace place, HistoryStore history, Revisions revisions) {
        super(place);
        this.history = history;
        this.revisions = revisions;
    }

    @Override
    public long revision() {
        return revisions.ofProject(place().project());
    }

    @Override
    FlagDetails at(long revision) {
        return history.detailsAt(place().flag(), revision)
                .orElseThrow(() -> new DomainException.Conflict("flag \"" + place().flagKey()
                        + "\" did not exist at revision " + revision + ", or that is not recorded any more"));
    }

    @Override
    Edit<FlagDetails> edit(ChangeStep step) {
        if (step.instruction() instanceof FlagInstruction one && one.flag().equals(place().flagKey())) {
            return one;
        }
        throw foreign("what all environments share of \"" + place().flagKey() + "\"");
    }

    @Override
    void refuseUnstorable(FlagDetails wanted) {
        FlagEditor.content(place().flagKey(), wanted);
    }

    @Override
    public PreviewedDraft previewed(DraftView draft) {
        return new PreviewedDraft(
                draft,
                sentences(draft),
                null,
                stages(draft.base(), draft.steps()),
                conflicts(draft.base(), draft.steps()));
    }

    @Override
    List<ChangeStep> between(FlagDetails from, FlagDetails to) {
        return ChangeStep.of(InstructionsBetween.details(place().flagKey(), from, to));
    }
}
