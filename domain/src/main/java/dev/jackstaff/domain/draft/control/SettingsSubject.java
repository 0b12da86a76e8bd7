package dev.jackstaff.domain.draft.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.Edit;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.PreviewedDraft;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.control.FlagValidator;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import java.util.List;

/** The settings of a flag in one environment, as a draft edits them. Revisions are those of the environment. */
public final class SettingsSubject extends DraftSubject<FlagStateDetails> {
    private final Environment environment;
    private final HistoryStore history;
    private final Revisions revisions;

    SettingsSubject(DraftPlace place, Environment environment, HistoryStore history, Revisions revisions) {
        super(place);
        this.environment = environment;
        this.history = history;
        this.revisions = revisions;
    }

    @Override
    public long revision() {
        return revisions.of(environment);
    }

    @Override
    FlagStateDetails at(long revision) {
        return history.settingsAt(environment, place().flag(), revision)
                .map(FlagSettings::details)
                .orElseThrow(() -> new DomainException.Conflict("flag \"" + place().flagKey()
                        + "\" did not exist at revision " + revision + ", or that is not recorded any more"));
    }

    @Override
    Edit<FlagStateDetails> edit(ChangeStep step) {
        if (step.instruction() instanceof StateInstruction one
                && one.flag().equals(place().flagKey())
                && environment.key().equals(step.environment())) {
            return one;
        }
        throw foreign("settings of \"" + place().flagKey() + "\" in " + environment.key());
    }

    @Override
    void refuseUnstorable(FlagStateDetails wanted) {
        Violations violations = new Violations();
        FlagValidator.checkStorable(FlagSettings.of(wanted), violations);
        violations.attempt("values", () -> wanted.values().typed(place().flag().type()));
        violations.throwIfAny();
    }

    @Override
    public PreviewedDraft previewed(DraftView draft) {
        return new PreviewedDraft(
                draft,
                sentences(draft),
                stages(draft.base(), draft.steps()),
                null,
                conflicts(draft.base(), draft.steps()));
    }

    @Override
    List<ChangeStep> between(FlagStateDetails from, FlagStateDetails to) {
        return ChangeStep.in(environment.key(), InstructionsBetween.settings(place().flagKey(), from, to));
    }
}
