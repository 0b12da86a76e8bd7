package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.boundary.Drafts;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        FlagStateView present = frame.getCard().state();
        long base = settingsBase();
        FlagStateDetails details = base == present.revision()
                ? present.details()
                : drafts.settingsAt(here.projectKey(), frame.key(), here.environmentKey(), base);
        return ofSettings().map(draft -> draft.appliedTo(details)).orElse(details);
    }

    /** The revision of the environment at which the draft was begun, or would be. */
    private long settingsBase() {
        return ofSettings().map(DraftView::base).orElseGet(() -> seen().map(SeenRevisions::environment)
                .orElseGet(() -> frame.getCard().state().revision()));
    }

    /** The revision of the project at which the draft was begun, or would be. */
    private long detailsBase() {
        return ofDetails().map(DraftView::base).orElseGet(() -> seen().map(SeenRevisions::project)
                .orElseGet(frame::projectRevision));
    }

    /** What all environments share, with the draft; as it was when the draft was begun, if others have changed it since. */
    public FlagDetails details() {
        return details.get(here);
    }

    private FlagDetails readDetails() {
        long base = detailsBase();
        FlagDetails shared = base == frame.projectRevision()
                ? frame.getFlag().details()
                : drafts.detailsAt(here.projectKey(), frame.key(), base);
        return ofDetails().map(draft -> draft.appliedTo(shared)).orElse(shared);
    }

    /** The variants, with the drafts: their values are those in the environment that the address names. */
    public List<FlagVariant> variants() {
        return settings().values().appliedTo(frame.getFlag().type(), sharedVariants());
    }

    /** The variants, with the draft of what all environments share. */
    public List<FlagVariant> sharedVariants() {
        return details().typedVariants();
    }

    /** The revisions that the page shows, for its forms: a draft that one of them begins is begun there. */
    public SeenRevisions shown() {
        return new SeenRevisions(frame.getCard().state().revision(), frame.projectRevision());
    }

    /** The revisions that the page showed whose form is being carried out. */
    private Optional<SeenRevisions> seen() {
        return here.isActing() ? SeenRevisions.parse(here.parameter("seen")) : Optional.empty();
    }

    /** Makes the draft say that the settings are to be these. */
    public void edit(FlagStateDetails wanted) {
        edit(
                here.environmentKey(),
                ChangeStep.in(here.environmentKey(), InstructionsBetween.settings(frame.key(), settings(), wanted)),
                settingsBase());
    }

    /** Makes the draft say that what all environments share is to be this. */
    public void edit(FlagDetails wanted) {
        edit(null, ChangeStep.of(InstructionsBetween.details(frame.key(), details(), wanted)), detailsBase());
    }

    private void edit(@Nullable EnvironmentKey environment, List<ChangeStep> steps, long seen) {
        if (!steps.isEmpty()) {
            drafts.edit(here.projectKey(), frame.key(), environment, steps, seen);
        }
    }

    /** Adds steps to the draft of another environment. */
    public void editElsewhere(EnvironmentKey environment, List<ChangeStep> steps) {
        drafts.edit(here.projectKey(), frame.key(), environment, steps);
    }
}
