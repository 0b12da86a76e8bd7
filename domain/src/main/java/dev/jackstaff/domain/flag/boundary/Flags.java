package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagSearch;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.control.StateChanges;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The use cases of flags. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Flags {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    FlagSearch search;

    @Inject
    FlagEditor editor;

    @Inject
    Revisions revisions;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** Lists flags, by cursor. */
    public FlagPage list(ProjectKey projectKey, FlagQuery query) {
        FlagSearch.Criteria criteria =
                new FlagSearch.Criteria(projects.existing(projectKey), query.text(), query.archived());
        Optional<FlagKey> after =
                query.cursor().isEmpty() ? Optional.empty() : Optional.of(new FlagKey(query.cursor()));
        List<Flag> found = search.pageAfter(criteria, after, query.limit() + 1);
        List<FlagView> items = views(found.stream().limit(query.limit()).toList());
        boolean more = found.size() > query.limit();
        return new FlagPage(items, more ? items.get(items.size() - 1).key().value() : null);
    }

    /** Lists flags with their on/off states, by offset. */
    public FlagOverviewPage overview(ProjectKey projectKey, FlagOverviewQuery filter) {
        Project project = projects.existing(projectKey);
        FlagSearch.Criteria criteria = new FlagSearch.Criteria(project, filter.text(), filter.archived());
        List<Flag> found = search.pageAt(criteria, filter.offset(), filter.limit());
        List<Environment> environments = projects.environments(project);
        Set<FlagSearch.StateId> on = search.enabledStates(found);
        Map<UUID, StateChanges> changes = search.stateChanges(found);
        List<FlagOverview> items = found.stream()
                .map(flag -> new FlagOverview(view(flag, changes), enabled(flag, environments, on)))
                .toList();
        return new FlagOverviewPage(items, search.count(criteria));
    }

    private FlagView view(Flag flag) {
        return view(flag, search.stateChanges(List.of(flag)));
    }

    private List<FlagView> views(List<Flag> found) {
        Map<UUID, StateChanges> changes = search.stateChanges(found);
        return found.stream().map(flag -> view(flag, changes)).toList();
    }

    private static FlagView view(Flag flag, Map<UUID, StateChanges> changes) {
        return FlagView.of(flag, changes.getOrDefault(flag.id(), StateChanges.NONE));
    }

    private static Map<EnvironmentKey, Boolean> enabled(
            Flag flag, List<Environment> environments, Set<FlagSearch.StateId> on) {
        Map<EnvironmentKey, Boolean> enabled = new LinkedHashMap<>();
        for (Environment environment : environments) {
            enabled.put(environment.key(), on.contains(new FlagSearch.StateId(flag.id(), environment.id())));
        }
        return enabled;
    }

    /** Returns a flag, or NotFound. */
    public FlagView get(ProjectKey projectKey, FlagKey key) {
        return view(flags.existing(projects.existing(projectKey), key));
    }

    /** Creates a flag, which is off in every environment; Conflict if the key is in use. */
    @RequiresRole(Role.EDITOR)
    public FlagView create(ProjectKey projectKey, NewFlag command) {
        Project project = projects.existingForUpdate(projectKey);
        if (flags.find(project, command.key()).isPresent()) {
            throw DomainException.Conflict.exists("flag", command.key());
        }
        Flag flag = editor.create(project, command.key(), command.details());
        unitOfWork.flush();
        editor.refuseInvalidPrerequisites(project, flag);
        audit.record(AuditChange.created(flag.subject(projectKey), flag.auditJson()));
        revisions.raiseProject(project);
        return view(flag);
    }

    /** Updates a flag; Conflict if the type differs or a variant in use would be removed. */
    @RequiresRole(Role.EDITOR)
    public FlagView update(ProjectKey projectKey, FlagKey key, FlagDetails details, ExpectedVersion expected) {
        return update(projectKey, key, current -> details, expected);
    }

    /** As above, with details that are computed from those that the flag has. */
    @RequiresRole(Role.EDITOR)
    public FlagView update(
            ProjectKey projectKey, FlagKey key, Function<FlagView, FlagDetails> change, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Flag flag = flags.existing(project, key);
        expected.check("flag", flag.version());
        FlagDetails details = change.apply(view(flag));
        String before = flag.auditJson();
        Flag.Effect effect = editor.update(flag, details);
        if (effect != Flag.Effect.NONE) {
            audit.record(AuditChange.updated(flag.subject(projectKey), before, flag.auditJson()));
        }
        unitOfWork.flush();
        if (effect == Flag.Effect.ANSWERS) {
            editor.refuseInvalidPrerequisites(project, flag);
            editor.refuseBreakingChange(project, flag);
            revisions.raiseProject(project);
        } else if (effect == Flag.Effect.DETAILS) {
            revisions.raiseShared(project);
        }
        return view(flag);
    }

    /** Archives a flag, which removes it from every snapshot; Conflict if it is archived or others depend on it. */
    @RequiresRole(Role.EDITOR)
    public FlagView archive(ProjectKey projectKey, FlagKey key, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Flag flag = flags.existing(project, key);
        expected.check("flag", flag.version());
        String before = flag.auditJson();
        refuseWhilePrerequisite(project, flag);
        flag.archive(clock.instant());
        audit.record(AuditChange.updated(flag.subject(projectKey), before, flag.auditJson())
                .withAction("archived"));
        revisions.raiseProject(project);
        return view(flag);
    }

    /** Restores an archived flag; Conflict if it is not archived, or if a prerequisite of it is. */
    @RequiresRole(Role.EDITOR)
    public FlagView unarchive(ProjectKey projectKey, FlagKey key, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Flag flag = flags.existing(project, key);
        expected.check("flag", flag.version());
        String before = flag.auditJson();
        flag.unarchive(clock.instant());
        unitOfWork.flush();
        editor.refuseInvalidPrerequisites(project, flag);
        audit.record(AuditChange.updated(flag.subject(projectKey), before, flag.auditJson())
                .withAction("unarchived"));
        revisions.raiseProject(project);
        return view(flag);
    }

    /** Deletes a flag permanently; Conflict if others depend on it, or if it is not archived, unless forced. */
    @RequiresRole(Role.EDITOR)
    public void delete(ProjectKey projectKey, FlagKey key, boolean force, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Flag flag = flags.existing(project, key);
        expected.check("flag", flag.version());
        refuseWhilePrerequisite(project, flag);
        if (!force) {
            flag.refuseUnlessArchived();
        }
        audit.record(AuditChange.deleted(flag.subject(projectKey), flag.auditJson()));
        flags.remove(flag);
        revisions.raiseProject(project);
    }

    private void refuseWhilePrerequisite(Project project, Flag flag) {
        List<String> dependents = editor.dependents(project, flag).stream()
                .map(dependent -> dependent.key().value())
                .toList();
        if (!dependents.isEmpty()) {
            throw new DomainException.Conflict(
                    "flag \"" + flag.key() + "\" is a prerequisite of " + String.join(", ", dependents));
        }
    }
}
