package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.boundary.Drafts;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reader's drafts of a flag: of its settings in the environment that the address names, and of what all share. */
@RequestScoped
public class FlagDraft {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    Drafts drafts;

    private final LazyValue<List<DraftView>> all =
            new LazyValue<>(() -> drafts.findOfFlag(here.projectKey(), frame.key()));
    private final LazyValue<FlagStateDetails> settings = new LazyValue<>(this::readSettings);
    private final LazyValue<FlagDetails> details = new LazyValue<>(this::readDetails);

    /** The draft of the settings in the environment. */
    public Optional<DraftView> ofSettings() {
        return all.get(here).stream()
                .filter(draft -> here.environmentKey().equals(draft.environment()))
                .findFirst();
    }

    /** The draft of what all environments share. */
    public Optional<DraftView> ofDetails() {
        return all.get(here).stream()
                .filter(draft -> draft.environment() == null)
                .findFirst();
    }

    /** Both, what all environments share first. */
    public List<DraftView> both() {
        return Stream.concat(ofDetails().stream(), ofSettings().stream()).toList();
    }

    /** The settings with the draft; as they were when the draft was begun, if others have changed them since. */
    public FlagStateDetails settings() {
        return settings.get(here);
    }

    private FlagStateDetails readSettings() {
        FlagStateView state = frame.getCard().state();
        return ofSettings()
                .map(draft -> applied(
                        draft, draft.base() == state.revision() ? state.details() : drafts.baseOfSettings(draft)))
                .orElseGet(state::details);
    }

    private static FlagStateDetails applied(DraftView draft, FlagStateDetails present) {
        FlagStateDetails settings = present;
        for (ChangeStep step : draft.steps()) {
            settings = ((StateInstruction) step.instruction()).apply(settings);
        }
        return settings;
    }

    /** What all environments share, with the draft; as it was when the draft was begun, if others have changed it since. */
    public FlagDetails details() {
        return details.get(here);
    }

    private FlagDetails readDetails() {
        FlagDetails present = frame.getFlag().details();
        return ofDetails()
                .map(draft ->
                        applied(draft, draft.base() == frame.projectRevision() ? present : drafts.baseOfDetails(draft)))
                .orElse(present);
    }

    private static FlagDetails applied(DraftView draft, FlagDetails present) {
        FlagDetails details = present;
        for (ChangeStep step : draft.steps()) {
            details = ((FlagInstruction) step.instruction()).apply(details);
        }
        return details;
    }

    /** Makes the draft say that the settings are to be these. */
    public void edit(FlagStateDetails wanted) {
        edit(
                here.environmentKey(),
                ChangeStep.in(here.environmentKey(), InstructionsBetween.settings(frame.key(), settings(), wanted)));
    }

    /** Makes the draft say that what all environments share is to be this. */
    public void edit(FlagDetails wanted) {
        List<ChangeStep> steps = ChangeStep.of(InstructionsBetween.details(frame.key(), details(), wanted));
        if (!steps.isEmpty()) {
            drafts.edit(here.projectKey(), frame.key(), null, steps);
        }
    }

    /** Adds steps to the draft of an environment. */
    public void edit(EnvironmentKey environment, List<ChangeStep> steps) {
        if (!steps.isEmpty()) {
            drafts.edit(here.projectKey(), frame.key(), environment, steps);
        }
    }
}
