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
import dev.jackstaff.domain.project.control.EnvironmentDeletion;
import dev.jackstaff.domain.project.control.EnvironmentLifecycle;
import dev.jackstaff.domain.project.control.Losses;
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
    Event<EnvironmentDeletion> deletion;

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
        check(command.name());
        Project project = projects.existingForUpdate(projectKey);
        if (projects.find(project, command.key()).isPresent()) {
            throw DomainException.Conflict.exists("environment", command.key());
        }
        Environment environment = new Environment(project, command.key(), clock.instant());
        environment.describe(command.name(), command.production(), sortOrder(project, command));
        lifecycle.add(project, environment);
        return EnvironmentView.of(project, environment);
    }

    /** Updates an environment. */
    @RequiresRole(Role.ADMIN)
    public EnvironmentView update(
            ProjectKey projectKey, EnvironmentKey key, EnvironmentDetails details, ExpectedVersion expected) {
        return update(projectKey, key, current -> details, expected);
    }

    /** As above, with details that are computed from those that the environment has. */
    @RequiresRole(Role.ADMIN)
    public EnvironmentView update(
            ProjectKey projectKey,
            EnvironmentKey key,
            Function<EnvironmentView, EnvironmentDetails> change,
            ExpectedVersion expected) {
        Project project = projects.existing(projectKey);
        Environment environment = projects.existing(project, key);
        expected.check("environment", environment.version());
        EnvironmentDetails details = change.apply(EnvironmentView.of(project, environment));
        check(details.name());
        String before = environment.auditJson();
        describe(environment, details);
        audit.recordIfChanged(AuditChange.updated(environment.subject(project), before, environment.auditJson()));
        unitOfWork.flush();
        return EnvironmentView.of(project, environment);
    }

    /**
     * Deletes an environment with its states and keys. Conflict if it is the project's last, or if flags that are on,
     * settings or keys would be lost, unless forced.
     */
    @RequiresRole(Role.ADMIN)
    public void delete(ProjectKey projectKey, EnvironmentKey key, boolean force, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Environment environment = projects.existing(project, key);
        expected.check("environment", environment.version());
        if (projects.environments(project).size() == 1) {
            throw new DomainException.Conflict(
                    "\"" + key + "\" is the last environment of the project; a project must have one");
        }
        if (!force) {
            Losses losses = new Losses();
            deletion.fire(new EnvironmentDeletion(environment, losses));
            losses.refuseIfAny("environment \"" + key + "\"");
        }
        lifecycle.announceDeletion(project, environment);
        projects.remove(environment);
        unitOfWork.flush();
    }

    private static void describe(Environment environment, EnvironmentDetails details) {
        environment.describe(details.name(), details.production(), details.sortOrder());
    }

    /** The place that a new environment is to have; the last one unless it says another. */
    private int sortOrder(Project project, NewEnvironment command) {
        Integer wanted = command.sortOrder();
        if (wanted != null) {
            return wanted;
        }
        List<Environment> existing = projects.environments(project);
        int last = existing.isEmpty() ? -1 : existing.get(existing.size() - 1).sortOrder();
        return last == Integer.MAX_VALUE ? last : last + 1;
    }

    private static void check(String name) {
        Violations violations = new Violations();
        violations.checkNameAndDescription(name, "");
        violations.throwIfAny();
    }
}
