package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.control.AuditLog;
import dev.jackstaff.domain.audit.control.Change;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagList;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Flags as they are in every environment. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Flags {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    FlagList lists;

    @Inject
    FlagEditor editor;

    @Inject
    Revisions revisions;

    @Inject
    AuditLog audit;

    @Inject
    Storage storage;

    @Inject
    Clock clock;

    /** Some flags, for programs. */
    public FlagPage list(ProjectKey projectKey, FlagQuery query) {
        FlagList.Choice choice = new FlagList.Choice(projects.existing(projectKey), query.text(), query.archived());
        Optional<FlagKey> after =
                query.cursor().isEmpty() ? Optional.empty() : Optional.of(new FlagKey(query.cursor()));
        List<Flag> found = lists.after(choice, after, query.limit() + 1);
        List<FlagView> items =
                found.stream().limit(query.limit()).map(FlagView::of).toList();
        boolean more = found.size() > query.limit();
        return new FlagPage(items, more ? items.get(items.size() - 1).key().value() : null);
    }

    /** Some flags with where they are on, for pages. */
    public FlagOverviewPage overview(ProjectKey projectKey, FlagFilter filter) {
        Project project = projects.existing(projectKey);
        FlagList.Choice choice = new FlagList.Choice(project, filter.text(), filter.archived());
        List<Flag> found = lists.from(choice, filter.offset(), filter.limit());
        List<Environment> environments = projects.environments(project);
        Set<FlagList.Switch> on = lists.switchedOn(found);
        List<FlagOverview> items = found.stream()
                .map(flag -> new FlagOverview(FlagView.of(flag), enabled(flag, environments, on)))
                .toList();
        return new FlagOverviewPage(items, lists.count(choice));
    }

    private static Map<EnvironmentKey, Boolean> enabled(
            Flag flag, List<Environment> environments, Set<FlagList.Switch> on) {
        Map<EnvironmentKey, Boolean> enabled = new LinkedHashMap<>();
        for (Environment environment : environments) {
            enabled.put(environment.key(), on.contains(new FlagList.Switch(flag.id(), environment.id())));
        }
        return enabled;
    }

    /** The flag of this key, or NotFound. */
    public FlagView get(ProjectKey projectKey, FlagKey key) {
        return FlagView.of(flags.existing(projects.existing(projectKey), key));
    }

    /** A new flag, off in every environment; Conflict where the key is taken. */
    @RequiresRole(Role.EDITOR)
    public FlagView create(ProjectKey projectKey, NewFlag command) {
        Project project = projects.locked(projectKey);
        if (flags.find(project, command.key()).isPresent()) {
            throw new DomainException.Conflict("there is a flag \"" + command.key() + "\" already");
        }
        Flag flag = editor.create(project, command.key(), command.details());
        storage.flush();
        editor.refuseUnfitPrerequisites(project, flag);
        audit.record(Change.created(flag.subject(projectKey), flag.facts()));
        revisions.raiseAll(project);
        return FlagView.of(flag);
    }

    /** The flag with other details; Conflict where the type differs or a variant in use would go. */
    @RequiresRole(Role.EDITOR)
    public FlagView update(ProjectKey projectKey, FlagKey key, FlagDetails details, ExpectedVersion expected) {
        Project project = projects.locked(projectKey);
        Flag flag = flags.existing(project, key);
        expected.check("flag", flag.version());
        String before = flag.facts();
        Flag.Effect effect = editor.change(flag, details);
        if (effect != Flag.Effect.NONE) {
            audit.record(Change.updated(flag.subject(projectKey), before, flag.facts()));
        }
        storage.flush();
        if (effect == Flag.Effect.ANSWERS) {
            editor.refuseUnfitPrerequisites(project, flag);
            editor.refuseBreaking(project, flag);
            revisions.raiseAll(project);
        }
        return FlagView.of(flag);
    }

    /** Takes a flag out of every snapshot; Conflict where it is archived, or others depend on it. */
    @RequiresRole(Role.EDITOR)
    public FlagView archive(ProjectKey projectKey, FlagKey key) {
        Project project = projects.locked(projectKey);
        Flag flag = flags.existing(project, key);
        String before = flag.facts();
        refuseWhileNeeded(project, flag);
        flag.archive(clock.instant());
        audit.record(
                Change.updated(flag.subject(projectKey), before, flag.facts()).as("archived"));
        revisions.raiseAll(project);
        return FlagView.of(flag);
    }

    /** Puts an archived flag back; Conflict where it is not archived, or what it depends on is. */
    @RequiresRole(Role.EDITOR)
    public FlagView unarchive(ProjectKey projectKey, FlagKey key) {
        Project project = projects.locked(projectKey);
        Flag flag = flags.existing(project, key);
        String before = flag.facts();
        flag.unarchive(clock.instant());
        storage.flush();
        editor.refuseUnfitPrerequisites(project, flag);
        audit.record(
                Change.updated(flag.subject(projectKey), before, flag.facts()).as("unarchived"));
        revisions.raiseAll(project);
        return FlagView.of(flag);
    }

    /** Deletes a flag for good; Conflict where others depend on it. */
    @RequiresRole(Role.EDITOR)
    public void delete(ProjectKey projectKey, FlagKey key, ExpectedVersion expected) {
        Project project = projects.locked(projectKey);
        Flag flag = flags.existing(project, key);
        expected.check("flag", flag.version());
        refuseWhileNeeded(project, flag);
        audit.record(Change.deleted(flag.subject(projectKey), flag.facts()));
        flags.remove(flag);
        revisions.raiseAll(project);
    }

    private void refuseWhileNeeded(Project project, Flag flag) {
        List<String> dependents = editor.dependents(project, flag).stream()
                .map(dependent -> dependent.key().value())
                .toList();
        if (!dependents.isEmpty()) {
            throw new DomainException.Conflict(
                    "flag \"" + flag.key() + "\" is a prerequisite of " + String.join(", ", dependents));
        }
    }
}
