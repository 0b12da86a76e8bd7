package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** The creation and deletion of environments. */
@ApplicationScoped
public class EnvironmentLifecycle {
    @Inject
    ProjectStore projects;

    @Inject
    Revisions revisions;

    @Inject
    ContentLimits limits;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Event<EnvironmentCreated> created;

    @Inject
    Clock clock;

    /** Adds the default environments to a new project. */
    public void addDefaultEnvironments(Project project) {
        add(project, newEnvironment(project, "production", 0));
        add(project, newEnvironment(project, "staging", 1));
        add(project, newEnvironment(project, "development", 2));
    }

    private Environment newEnvironment(Project project, String key, int place) {
        Environment environment = new Environment(project, new EnvironmentKey(key), clock.instant());
        environment.describe("", place == 0, place);
        return environment;
    }

    /** Adds an environment with everything it needs, and queues its first snapshot for publication. */
    public void add(Project project, Environment environment) {
        projects.add(environment);
        unitOfWork.flush();
        created.fire(new EnvironmentCreated(environment));
        limits.measureNew(environment.key().value(), environment.id());
        audit.record(AuditChange.created(environment.subject(project), environment.auditJson()));
        revisions.begin(project, environment);
    }

    /** Announces the deletion of an environment, so that its snapshot is removed. */
    public void announceDeletion(Project project, Environment environment) {
        audit.record(AuditChange.deleted(environment.subject(project), environment.auditJson()));
        revisions.enqueue(project, environment);
    }
}
