package dev.jackstaff.domain.draft.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.PreviewedDraft;
import dev.jackstaff.domain.draft.control.DraftStore;
import dev.jackstaff.domain.draft.control.DraftSubject;
import dev.jackstaff.domain.draft.control.DraftSubjects;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The use cases of saving drafts of the person who asks, and of trying that. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class DraftChanges {
    @Inject
    DraftStore store;

    @Inject
    DraftSubjects subjects;

    @Inject
    Changes changes;

    @Resource
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry transaction;

    /**
     * What saving drafts of a flag as one change would do; nothing is changed.
     *
     * @throws DomainException.NotFound if one of them does not exist
     */
    public DraftPreview preview(ProjectKey project, FlagKey flag, DraftSelection selection) {
        List<PreviewedDraft> previewed = subjects(project, flag, selection).stream()
                .map(subject -> subject.previewed(existing(subject)))
                .toList();
        return tried(
                project,
                previewed,
                previewed.stream().map(PreviewedDraft::draft).toList());
    }

    /** The dry run comes last: nothing can be read in a transaction that is going to be rolled back. */
    private DraftPreview tried(ProjectKey project, List<PreviewedDraft> previewed, List<DraftView> drafts) {
        try {
            return new DraftPreview(
                    previewed, changes.dryRun(project, request(drafts, ChangeNote.NONE)), "", List.of());
        } catch (DomainException.Conflict | DomainException.Invalid refused) {
            transaction.setRollbackOnly();
            return new DraftPreview(previewed, null, refused.sentence(), refused.violations());
        }
    }

    /**
     * Saves drafts of a flag as one change, and removes them. When it is refused, they stay as they are.
     *
     * @throws DomainException.NotFound if one of them does not exist
     * @throws DomainException.Conflict if somebody else changed, since its base, what one of them reads or writes; each
     *     field says what it was, is, and would be
     * @throws DomainException.Invalid if the result would be invalid
     */
    public ChangeResult save(ProjectKey project, FlagKey flag, DraftSelection selection, ChangeNote note) {
        List<DraftSubject<?>> selected = subjects(project, flag, selection);
        store.lock(subjects.user());
        List<DraftView> drafts = selected.stream().map(this::existing).toList();
        ChangeResult result = changes.apply(project, request(drafts, note));
        selected.forEach(subject -> store.remove(subject.place()));
        return result;
    }

    private List<DraftSubject<?>> subjects(ProjectKey project, FlagKey flag, DraftSelection selection) {
        List<DraftSubject<?>> selected = new ArrayList<>();
        if (selection.shared()) {
            selected.add(subjects.details(project, flag));
        }
        selection.environments().forEach(key -> selected.add(subjects.settings(project, flag, key)));
        if (selected.isEmpty()) {
            throw new DomainException.Invalid("environments", "must name at least one draft");
        }
        return selected;
    }

    private static ChangeRequest request(List<DraftView> drafts, ChangeNote note) {
        List<ChangeStep> steps =
                drafts.stream().flatMap(draft -> draft.steps().stream()).toList();
        return new ChangeRequest(steps, base(drafts), note);
    }

    private static ChangeBase base(List<DraftView> drafts) {
        Map<EnvironmentKey, Long> environments = new LinkedHashMap<>();
        OptionalLong shared = OptionalLong.empty();
        for (DraftView draft : drafts) {
            environments.putAll(draft.changeBase().environments());
            shared = draft.environment() == null ? OptionalLong.of(draft.base()) : shared;
        }
        return new ChangeBase(environments, shared);
    }

    private DraftView existing(DraftSubject<?> subject) {
        return store.find(subject.place())
                .filter(subjects::isPermitted)
                .orElseThrow(() -> new DomainException.NotFound(
                        "draft of flag", subject.place().flag().key()));
    }
}
