package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.Side;
import dev.jackstaff.domain.draft.Stages;
import dev.jackstaff.domain.draft.boundary.DraftChanges;
import dev.jackstaff.domain.draft.boundary.DraftPreview;
import dev.jackstaff.domain.draft.boundary.DraftSelection;
import dev.jackstaff.domain.draft.boundary.Drafts;
import dev.jackstaff.domain.flag.FlagStateDetails;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reader's draft of a flag in the environment that the address names, and the drawer in which it is saved. */
@Named
@RequestScoped
public class DraftBar {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    Drafts drafts;

    @Inject
    DraftChanges draftChanges;

    @Inject
    PageMessages messages;

    private final LazyValue<Optional<DraftView>> draft = new LazyValue<>(this::readDraft);
    private final LazyValue<FlagStateDetails> settings = new LazyValue<>(this::readSettings);
    private @Nullable DraftPreview review;
    private boolean closed;

    private Optional<DraftView> draft() {
        return draft.get(here);
    }

    private Optional<DraftView> readDraft() {
        return drafts.find(here.projectKey(), frame.key(), here.environmentKey());
    }

    /** Whether there is something that is not saved. */
    public boolean isPresent() {
        return draft().isPresent();
    }

    public @Nullable DraftView getDraft() {
        return draft().orElse(null);
    }

    /** The settings with the draft; as they were when the draft was begun, if it no longer fits what is there now. */
    public FlagStateDetails settings() {
        return settings.get(here);
    }

    private FlagStateDetails readSettings() {
        return draft().isEmpty() ? frame.getCard().state().details() : drafted();
    }

    private FlagStateDetails drafted() {
        Stages<FlagStateDetails> stages = drafts.stages(here.projectKey(), frame.key(), here.environmentKey())
                .orElseThrow();
        return stages.drafted();
    }

    /** Makes the draft say that the settings are to be these. */
    public void edit(FlagStateDetails wanted) {
        List<ChangeStep> steps =
                ChangeStep.in(here.environmentKey(), InstructionsBetween.settings(frame.key(), settings(), wanted));
        if (!steps.isEmpty()) {
            drafts.edit(here.projectKey(), frame.key(), here.environmentKey(), steps);
        }
    }

    /** Throws the draft away. */
    public void discard() {
        drafts.discard(here.projectKey(), frame.key(), here.environmentKey());
        close();
        messages.addSuccess("draft.discarded");
    }

    /** Opens the drawer: what saving the draft would do. */
    public void review() {
        review = draftChanges.preview(here.projectKey(), frame.key(), here.environmentKey());
    }

    /** What saving would do; null unless the drawer is open. Its form says that it is, when it is sent. */
    public @Nullable Review getReview() {
        if (review == null && !closed && !here.parameter("reviewing").isEmpty() && isPresent()) {
            review();
        }
        return review == null ? null : new Review(review, frame.getFlag());
    }

    /** Saves the draft; it stays as it is if that is refused. */
    public void save() {
        ChangeResult result = draftChanges.save(
                here.projectKey(),
                frame.key(),
                DraftSelection.of(here.environmentKey()),
                new ChangeNote(here.parameter("reason"), here.parameter("ticket")));
        close();
        messages.addUndoable(
                result, "draft.saved", frame.getKey(), here.getEnvironment().name());
    }

    /** Settles what somebody else changed meanwhile: the parameters {@code side:FIELD} say whose value stays. */
    public void settle() {
        Map<String, Side> sides = new LinkedHashMap<>();
        drafts.conflicts(here.projectKey(), frame.key(), here.environmentKey()).forEach(conflict -> Side.LABELS
                .find(here.parameter("side:" + conflict.field()))
                .ifPresent(side -> sides.put(conflict.field(), side)));
        boolean remains = drafts.resolve(here.projectKey(), frame.key(), here.environmentKey(), sides)
                .isPresent();
        close();
        if (remains) {
            review();
        }
    }

    private void close() {
        closed = true;
        review = null;
    }
}
