package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.EnvironmentLifecycle;
import dev.jackstaff.domain.project.control.Losses;
import dev.jackstaff.domain.project.control.ProjectDeletion;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The use cases of projects. A project owns environments, flags and segments. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Projects {
    @Inject
    ProjectStore projects;

    @Inject
    EnvironmentLifecycle lifecycle;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Event<ProjectDeletion> deletion;

    @Inject
    Clock clock;

    /** All projects, by key. */
    public List<ProjectView> list() {
        return projects.all().stream().map(ProjectView::of).toList();
    }

    /** The project of this key, or NotFound. */
    public ProjectView get(ProjectKey key) {
        return ProjectView.of(projects.existing(key));
    }

    /** Creates a project with the environments production, staging and development; Conflict if the key is in use. */
    @RequiresRole(Role.ADMIN)
    public ProjectView create(NewProject command) {
        check(command.name(), command.description());
        if (projects.find(command.key()).isPresent()) {
            throw DomainException.Conflict.exists("project", command.key());
        }
        Project project = new Project(command.key(), clock.instant());
        project.describe(command.name(), command.description());
        projects.add(project);
        audit.record(AuditChange.created(project.subject(), project.auditJson()));
        unitOfWork.flush();
        lifecycle.addDefaultEnvironments(project);
        return ProjectView.of(project);
    }

    /** Updates a project. */
    @RequiresRole(Role.ADMIN)
    public ProjectView update(ProjectKey key, ProjectDetails details, ExpectedVersion expected) {
        return update(key, current -> details, expected);
    }

    /** As above, with details that are computed from those that the project has. */
    @RequiresRole(Role.ADMIN)
    public ProjectView update(ProjectKey key, Function<ProjectView, ProjectDetails> change, ExpectedVersion expected) {
        Project project = projects.existing(key);
        expected.check("project", project.version());
        ProjectDetails details = change.apply(ProjectView.of(project));
        check(details.name(), details.description());
        String before = project.auditJson();
        project.describe(details.name(), details.description());
        audit.recordIfChanged(AuditChange.updated(project.subject(), before, project.auditJson()));
        unitOfWork.flush();
        return ProjectView.of(project);
    }

    /** Deletes a project with everything it owns; Conflict if flags, segments or keys would be lost, unless forced. */
    @RequiresRole(Role.ADMIN)
    public void delete(ProjectKey key, boolean force, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(key);
        expected.check("project", project.version());
        if (!force) {
            Losses losses = new Losses();
            deletion.fire(new ProjectDeletion(project, losses));
            losses.refuseIfAny("project \"" + key + "\"");
        }
        for (Environment environment : projects.environments(project)) {
            lifecycle.announceDeletion(project, environment);
        }
        audit.record(AuditChange.deleted(project.subject(), project.auditJson()));
        projects.remove(project);
        unitOfWork.flush();
    }

    private static void check(String name, String description) {
        Violations violations = new Violations();
        violations.checkNameAndDescription(name, description);
        violations.throwIfAny();
    }
}
