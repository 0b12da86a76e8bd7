package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.admin.frame.UndoableChange;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A change of all flags that are selected. Each is changed by itself: one that is refused does not hinder the others. The
 * answer says what became of each, and takes all of them back together.
 */
@Named
@RequestScoped
public class BulkChange {
    /** The most flags of one change, which is more than a page has. */
    private static final int MAX = 100;

    @Inject
    Here here;

    @Inject
    Changes changes;

    @Inject
    FlagChanges flagChanges;

    @Inject
    PageMessages messages;

    private final List<BulkResult> results = new ArrayList<>();
    private String undo = "";
    private String title = "";

    /** Does what the parameter {@code do} says with the flags {@code selected}. */
    public void apply() {
        BulkAction action = BulkAction.LABELS
                .find(here.parameter("do"))
                .orElseThrow(() -> new DomainException.Invalid("do", "is no change of several flags"));
        List<ChangeResult> done = new ArrayList<>();
        here.values("selected").stream().distinct().limit(MAX).forEach(key -> {
            try {
                ChangeResult result = change(action, new FlagKey(key));
                if (!result.effects().isEmpty()) {
                    done.add(result);
                }
                results.add(BulkResult.of(key, !result.effects().isEmpty()));
            } catch (DomainException refusal) {
                results.add(BulkResult.refused(key, refusal.sentence()));
            }
        });
        undo = UndoableChange.of(done);
        title = MessageBundle.format("bulk.did." + action.label(), environmentName());
        messages.addSuccess("bulk.done", done.size(), title);
    }

    private ChangeResult change(BulkAction action, FlagKey flag) {
        return switch (action) {
            case ON -> apply(switched(flag, true));
            case OFF -> apply(switched(flag, false));
            case TAG -> flagChanges.change(here.projectKey(), flag, this::tagged, ExpectedVersion.any());
            case OWNER -> {
                String owner = here.parameter("newOwner").strip();
                yield apply(ChangeStep.of(List.of(new SetText(flag, SetText.Text.OWNER, owner))));
            }
            case ARCHIVE -> apply(ChangeStep.of(List.of(new ArchiveFlag(flag))));
            case RESTORE -> apply(ChangeStep.of(List.of(new UnarchiveFlag(flag))));
        };
    }

    private ChangeResult apply(List<ChangeStep> steps) {
        ChangeNote note = new ChangeNote(here.parameter("reason"), "");
        return changes.apply(here.projectKey(), new ChangeRequest(steps, ChangeBase.NONE, note));
    }

    private List<ChangeStep> switched(FlagKey flag, boolean on) {
        return ChangeStep.in(new EnvironmentKey(here.parameter("target")), List.of(new Switch(flag, on)));
    }

    /** A flag without the tags to remove and with those to add. */
    private FlagDetails tagged(FlagView flag) {
        Set<String> tags = new LinkedHashSet<>(flag.tags());
        tags.removeAll(Set.copyOf(Tags.parse(here.parameter("removedTags"))));
        tags.addAll(Tags.parse(here.parameter("addedTags")));
        return flag.details().withLabels(flag.kind(), List.copyOf(tags), flag.serverOnly());
    }

    private String environmentName() {
        String target = here.parameter("target");
        return here.getEnvironments().stream()
                .filter(mark -> mark.key().equals(target))
                .findFirst()
                .map(EnvironmentMark::name)
                .orElse(target);
    }

    /** What became of each flag; empty if nothing was done. */
    public List<BulkResult> getResults() {
        return results;
    }

    /** What was done, in words. */
    public String getTitle() {
        return title;
    }

    /** How all of it is taken back; empty if nothing was changed. */
    public String getUndo() {
        return undo;
    }
}
