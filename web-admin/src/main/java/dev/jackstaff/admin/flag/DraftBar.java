package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.Side;
import dev.jackstaff.domain.draft.boundary.DraftChanges;
import dev.jackstaff.domain.draft.boundary.DraftPreview;
import dev.jackstaff.domain.draft.boundary.DraftSelection;
import dev.jackstaff.domain.draft.boundary.Drafts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bar that says that there are drafts of a flag, and the drawer in which they are saved. */
@Named
@RequestScoped
public class DraftBar {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    FlagDraft draft;

    @Inject
    Drafts drafts;

    @Inject
    DraftChanges draftChanges;

    @Inject
    PageMessages messages;

    private @Nullable DraftPreview review;
    private boolean closed;

    /** Whether there is something that is not saved. */
    public boolean isPresent() {
        return !draft.both().isEmpty();
    }

    /** How many changes are not saved. */
    public int getCount() {
        return draft.both().stream().mapToInt(one -> one.steps().size()).sum();
    }

    /** When the latest of them was made; null if there is none. */
    public @Nullable Instant getEditedAt() {
        return draft.both().stream()
                .map(DraftView::editedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The revisions that the page shows, for the forms that edit. */
    public String getSeen() {
        return draft.shown().toString();
    }

    /** Whether what all environments share is changed too. */
    public boolean isShared() {
        return draft.ofDetails().isPresent();
    }

    /** Whether the settings in the environment are changed. */
    public boolean isInEnvironment() {
        return draft.ofSettings().isPresent();
    }

    /** Whether production is changed. */
    public boolean isInProduction() {
        return isShared()
                ? here.getEnvironments().stream().anyMatch(EnvironmentMark::production)
                : here.getEnvironment().production();
    }

    /** What saving does, on the button. */
    public String getVerb() {
        if (isShared()) {
            return MessageBundle.format("review.saveAll");
        }
        return isInProduction()
                ? MessageBundle.format("review.saveIn", here.getEnvironment().name())
                : MessageBundle.format("common.save");
    }

    /** Throws the drafts away. */
    public void discard() {
        draft.both().forEach(one -> drafts.discard(here.projectKey(), frame.key(), one.environment()));
        close();
        messages.addSuccess("draft.discarded");
    }

    /** Opens the drawer: what saving the drafts would do. */
    public void review() {
        review = isPresent() ? draftChanges.preview(here.projectKey(), frame.key(), selection()) : null;
    }

    /** What saving would do; null unless the drawer is open. Its form says that it is, when it is sent. */
    public @Nullable Review getReview() {
        if (review == null && !closed && !here.parameter("reviewing").isEmpty()) {
            review();
        }
        return review == null ? null : new Review(review, frame.getFlag());
    }

    /** Why saving the drafts would be refused, field by field. */
    public List<Violation> violations() {
        return isPresent()
                ? draftChanges
                        .preview(here.projectKey(), frame.key(), selection())
                        .violations()
                : List.of();
    }

    /** Saves the drafts; they stay as they are if that is refused. */
    public void save() {
        boolean shared = isShared();
        ChangeResult result = draftChanges.save(
                here.projectKey(),
                frame.key(),
                selection(),
                new ChangeNote(here.parameter("reason"), here.parameter("ticket")));
        close();
        if (shared) {
            messages.addUndoable(result, "draft.savedEverywhere", frame.getKey());
        } else {
            messages.addUndoable(
                    result, "draft.saved", frame.getKey(), here.getEnvironment().name());
        }
    }

    /** Settles what somebody else changed meanwhile: the parameters {@code side:FIELD} say whose value stays. */
    public void settle() {
        draft.both().forEach(this::settle);
        close();
        here.readAnew();
        review();
    }

    private void settle(DraftView one) {
        Map<String, Side> sides = new LinkedHashMap<>();
        drafts.conflicts(here.projectKey(), frame.key(), one.environment()).forEach(conflict -> Side.LABELS
                .find(here.parameter("side:" + conflict.field()))
                .ifPresent(side -> sides.put(conflict.field(), side)));
        drafts.resolve(here.projectKey(), frame.key(), one.environment(), sides);
    }

    private DraftSelection selection() {
        return new DraftSelection(isShared(), isInEnvironment() ? List.of(here.environmentKey()) : List.of());
    }

    private void close() {
        closed = true;
        review = null;
    }
}
