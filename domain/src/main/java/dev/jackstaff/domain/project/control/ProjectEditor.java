package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** The creation, change and deletion of projects. */
@ApplicationScoped
public class ProjectEditor {
    @Inject
    ProjectStore projects;

    @Inject
    EnvironmentEditor environments;

    @Inject
    Revisions revisions;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Event<ProjectDeletion> deletion;

    @Inject
    Clock clock;

    /** Creates a project with the environments production, staging and development. */
    public Project create(ProjectKey key, ProjectDetails details) {
        Project project = new Project(key, clock.instant());
        update(project, details);
        projects.add(project);
        audit.record(AuditChange.created(project.subject(), project.auditJson()));
        unitOfWork.flush();
        add(project, "production", 0);
        add(project, "staging", 1);
        add(project, "development", 2);
        revisions.begin(project);
        return project;
    }

    private void add(Project project, String key, int position) {
        Environment environment =
                environments.create(project, new EnvironmentKey(key), "", position == 0, position, null);
        audit.record(AuditChange.created(Environment.subject(environment.key(), project), environment.auditJson()));
    }

    /** Changes the details of a project. */
    public static void update(Project project, ProjectDetails details) {
        Violations violations = new Violations();
        violations.checkNameAndDescription(details.name(), details.description());
        violations.throwIfAny();
        project.describe(details);
    }

    /**
     * Deletes a project with everything it owns.
     *
     * @throws DomainException.Conflict if flags, segments or keys would be lost, unless forced
     */
    public void delete(Project project, boolean force) {
        if (!force) {
            Losses losses = new Losses();
            deletion.fire(new ProjectDeletion(project, losses));
            losses.refuseIfAny("project \"" + project.key() + "\"");
        }
        for (Environment environment : projects.environments(project)) {
            audit.record(AuditChange.deleted(Environment.subject(environment.key(), project), environment.auditJson()));
            revisions.enqueue(project, environment);
        }
        audit.record(AuditChange.deleted(project.subject(), project.auditJson()));
        projects.remove(project);
        unitOfWork.flush();
    }
}
