package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.EnvironmentLifecycle;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The use cases of a project's environments. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Environments {
    @Inject
    ProjectStore projects;

    @Inject
    EnvironmentLifecycle lifecycle;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** A project's environments, in their order. */
    public List<EnvironmentView> list(ProjectKey projectKey) {
        Project project = projects.existing(projectKey);
        return projects.environments(project).stream()
                .map(environment -> EnvironmentView.of(project, environment))
                .toList();
    }

    /** The environment of this key, or NotFound. */
    public EnvironmentView get(ProjectKey projectKey, EnvironmentKey key) {
        Project project = projects.existing(projectKey);
        return EnvironmentView.of(project, projects.existing(project, key));
    }

    /** Creates an environment, in which every flag is off; Conflict if the key is in use. */
    @RequiresRole(Role.ADMIN)
    public EnvironmentView create(ProjectKey projectKey, NewEnvironment command) {
        check(command.details());
        Project project = projects.existingForUpdate(projectKey);
        if (projects.find(project, command.key()).isPresent()) {
            throw DomainException.Conflict.exists("environment", command.key());
        }
        Environment environment = new Environment(project, command.key(), clock.instant());
        describe(environment, command.details());
        lifecycle.add(project, environment);
        return EnvironmentView.of(project, environment);
    }

    /** Updates an environment. */
    @RequiresRole(Role.ADMIN)
    public EnvironmentView update(
            ProjectKey projectKey, EnvironmentKey key, EnvironmentDetails details, ExpectedVersion expected) {
        check(details);
        Project project = projects.existing(projectKey);
        Environment environment = projects.existing(project, key);
        expected.check("environment", environment.version());
        String before = environment.auditJson();
        describe(environment, details);
        audit.recordIfChanged(AuditChange.updated(environment.subject(project), before, environment.auditJson()));
        unitOfWork.flush();
        return EnvironmentView.of(project, environment);
    }

    /** Deletes an environment with its states and keys; Conflict if it is the project's last. */
    @RequiresRole(Role.ADMIN)
    public void delete(ProjectKey projectKey, EnvironmentKey key, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Environment environment = projects.existing(project, key);
        expected.check("environment", environment.version());
        if (projects.environments(project).size() == 1) {
            throw new DomainException.Conflict(
                    "\"" + key + "\" is the last environment of the project; a project must have one");
        }
        lifecycle.announceDeletion(project, environment);
        projects.remove(environment);
        unitOfWork.flush();
    }

    private static void describe(Environment environment, EnvironmentDetails details) {
        environment.describe(details.name(), details.production(), details.sortOrder());
    }

    private static void check(EnvironmentDetails details) {
        Violations violations = new Violations();
        violations.checkNameAndDescription(details.name(), "");
        violations.throwIfAny();
    }
}
