package dev.jackstaff.domain.draft.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.FieldConflict;
import dev.jackstaff.domain.draft.Side;
import dev.jackstaff.domain.draft.Stages;
import dev.jackstaff.domain.draft.control.DraftStore;
import dev.jackstaff.domain.draft.control.DraftSubject;
import dev.jackstaff.domain.draft.control.DraftSubjects;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.history.control.FlagVersions;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of edits that the person who asks has not saved yet. Each person has one draft for each environment of a flag,
 * and one for what all environments share; nobody sees those of others. Whoever may no longer change what a draft changes
 * has none. Forbidden for actors who are no users, such as keys.
 */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Drafts {
    @Inject
    DraftStore store;

    @Inject
    DraftSubjects subjects;

    @Inject
    FlagVersions versions;

    /**
     * The draft of a flag.
     *
     * @param environment null for what all environments share
     */
    public Optional<DraftView> find(ProjectKey project, FlagKey flag, @Nullable EnvironmentKey environment) {
        return store.find(subjects.find(project, flag, environment).place()).filter(subjects::isPermitted);
    }

    /** The drafts of a flag: that of what all environments share first, then those of environments in their order. */
    public List<DraftView> ofFlag(ProjectKey project, FlagKey flag) {
        return store.ofFlag(subjects.user(), subjects.flag(project, flag)).stream()
                .filter(subjects::isPermitted)
                .toList();
    }

    /** As above, to show them; none also if there is no such flag. */
    public List<DraftView> findOfFlag(ProjectKey project, FlagKey flag) {
        return store.ofFlag(subjects.user(), project, flag).stream()
                .filter(subjects::isPermitted)
                .toList();
    }

    /** All drafts, latest first. */
    @RequiresPermission({})
    public List<DraftView> mine() {
        return store.ofUser(subjects.user()).stream()
                .filter(subjects::isPermitted)
                .toList();
    }

    /** What the draft of an environment makes of the settings there; empty without a draft. */
    public Optional<Stages<FlagStateDetails>> stages(ProjectKey project, FlagKey flag, EnvironmentKey environment) {
        return stages(subjects.settings(project, flag, environment));
    }

    /** What the draft of what all environments share makes of it; empty without a draft. */
    public Optional<Stages<FlagDetails>> stages(ProjectKey project, FlagKey flag) {
        return stages(subjects.details(project, flag));
    }

    private <S> Optional<Stages<S>> stages(DraftSubject<S> subject) {
        return store.find(subject.place())
                .filter(subjects::isPermitted)
                .map(draft -> subject.stages(draft.base(), draft.steps()));
    }

    /**
     * The settings of a flag at a revision of the environment.
     *
     * @throws DomainException.Conflict if they are not recorded any more
     */
    public FlagStateDetails settingsAt(ProjectKey project, FlagKey flag, EnvironmentKey environment, long revision) {
        return versions.settingsAt(project, flag, environment, revision).orElseThrow(() -> unrecorded(flag, revision));
    }

    /** As above, what all environments share, at a revision of the project. */
    public FlagDetails detailsAt(ProjectKey project, FlagKey flag, long revision) {
        return versions.detailsAt(project, flag, revision).orElseThrow(() -> unrecorded(flag, revision));
    }

    private static DomainException.Conflict unrecorded(FlagKey flag, long revision) {
        return new DomainException.Conflict(
                "revision " + revision + " of flag \"" + flag + "\" is not recorded any more");
    }

    /**
     * Adds steps to the draft, or begins one, and reduces it to the shortest list of steps with the same effect. What is
     * invalid in the end may stay in a draft; each step must be applicable.
     *
     * @return empty if nothing differs any more, and the draft is gone
     * @throws DomainException.Invalid if a step is about something else, is malformed, or the draft is too large
     * @throws DomainException.Conflict if a step names a part that is not there, or the person has too many drafts
     */
    public Optional<DraftView> edit(
            ProjectKey project, FlagKey flag, @Nullable EnvironmentKey environment, List<ChangeStep> more) {
        return write(project, flag, environment, more, true, OptionalLong.empty());
    }

    /**
     * As above, by somebody who has seen a revision: a draft that is begun is begun there, so that what others have changed
     * since is found when it is saved.
     *
     * @param seen the revision of the environment, or of the project
     * @throws DomainException.Invalid if there is no such revision yet
     */
    public Optional<DraftView> edit(
            ProjectKey project, FlagKey flag, @Nullable EnvironmentKey environment, List<ChangeStep> more, long seen) {
        return write(project, flag, environment, more, true, OptionalLong.of(seen));
    }

    /** As above, with these steps in place of those of the draft; its base stays. */
    public Optional<DraftView> replace(
            ProjectKey project, FlagKey flag, @Nullable EnvironmentKey environment, List<ChangeStep> steps) {
        return write(project, flag, environment, steps, false, OptionalLong.empty());
    }

    private Optional<DraftView> write(
            ProjectKey project,
            FlagKey flag,
            @Nullable EnvironmentKey environment,
            List<ChangeStep> steps,
            boolean added,
            OptionalLong seen) {
        subjects.requirePermissions(project, steps);
        DraftSubject<?> subject = subjects.find(project, flag, environment);
        subject.place().flag().refuseIfArchived();
        store.lock(subjects.user());
        Optional<DraftView> present = store.find(subject.place()).filter(subjects::isPermitted);
        long base = present.map(DraftView::base).orElseGet(() -> begun(subject, seen));
        Stream<ChangeStep> before = added ? present.stream().flatMap(draft -> draft.steps().stream()) : Stream.empty();
        List<ChangeStep> all = Stream.concat(before, steps.stream()).toList();
        return store.put(subject.place(), base, subject.reduced(base, all));
    }

    private static long begun(DraftSubject<?> subject, OptionalLong seen) {
        long present = subject.revision();
        if (seen.orElse(present) > present) {
            throw new DomainException.Invalid("base", "is a revision that does not exist yet");
        }
        return seen.orElse(present);
    }

    /** Discards the draft, if there is one. */
    public void discard(ProjectKey project, FlagKey flag, @Nullable EnvironmentKey environment) {
        DraftSubject<?> subject = subjects.find(project, flag, environment);
        store.lock(subjects.user());
        store.remove(subject.place());
    }

    /** The fields of the draft that somebody else has changed since it was begun; NotFound if there is no draft. */
    public List<FieldConflict> conflicts(ProjectKey project, FlagKey flag, @Nullable EnvironmentKey environment) {
        DraftSubject<?> subject = subjects.find(project, flag, environment);
        DraftView draft = existing(subject);
        return subject.conflicts(draft.base(), draft.steps());
    }

    /**
     * Moves the draft to the present revision.
     *
     * @param sides whose value each field in conflict keeps, by the name of the field; steps that write a field which keeps
     *     the value of others are dropped
     * @return empty if nothing remains, and the draft is gone
     * @throws DomainException.Invalid if a field in conflict is missing
     * @throws DomainException.Conflict if a step that remains cannot be applied any more
     */
    public Optional<DraftView> resolve(
            ProjectKey project, FlagKey flag, @Nullable EnvironmentKey environment, Map<String, Side> sides) {
        DraftSubject<?> subject = subjects.find(project, flag, environment);
        store.lock(subjects.user());
        DraftView draft = existing(subject);
        subject.conflicts(draft.base(), draft.steps()).stream()
                .filter(conflict -> !sides.containsKey(conflict.field()))
                .findFirst()
                .ifPresent(open -> {
                    throw new DomainException.Invalid("fields", "must say \"mine\" or \"theirs\" of " + open.field());
                });
        long now = subject.revision();
        return store.put(subject.place(), now, subject.reduced(now, subject.without(draft.steps(), sides)));
    }

    private DraftView existing(DraftSubject<?> subject) {
        return store.find(subject.place())
                .filter(subjects::isPermitted)
                .orElseThrow(() -> new DomainException.NotFound(
                        "draft of flag", subject.place().flag().key()));
    }
}
