package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.audit.control.AuditLog;
import dev.jackstaff.domain.audit.control.Change;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** How environments come and go. */
@ApplicationScoped
public class EnvironmentSetup {
    @Inject
    ProjectStore projects;

    @Inject
    Revisions revisions;

    @Inject
    AuditLog audit;

    @Inject
    Storage storage;

    @Inject
    Event<EnvironmentCreated> created;

    @Inject
    Clock clock;

    /** Gives a new project the environments every project begins with. */
    public void furnish(Project project) {
        add(project, begun(project, "production", 0));
        add(project, begun(project, "staging", 1));
        add(project, begun(project, "development", 2));
    }

    private Environment begun(Project project, String key, int place) {
        Environment environment = new Environment(project, new EnvironmentKey(key), clock.instant());
        environment.describe("", place == 0, place);
        return environment;
    }

    /** Adds an environment with all it needs, and has its first snapshot published. */
    public void add(Project project, Environment environment) {
        projects.add(environment);
        storage.flush();
        created.fire(new EnvironmentCreated(environment));
        audit.record(Change.created(environment.subject(project), environment.facts()));
        revisions.announce(project, environment);
    }

    /** Has the snapshot of an environment that goes taken away. */
    public void withdraw(Project project, Environment environment) {
        audit.record(Change.deleted(environment.subject(project), environment.facts()));
        revisions.announce(project, environment);
    }
}
