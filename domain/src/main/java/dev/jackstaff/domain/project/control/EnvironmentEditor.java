package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The creation, change and deletion of environments. The caller holds the project's lock. */
@ApplicationScoped
public class EnvironmentEditor {
    @Inject
    ProjectStore projects;

    @Inject
    Revisions revisions;

    @Inject
    ContentLimits limits;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Event<EnvironmentCreated> created;

    @Inject
    Event<EnvironmentDeletion> deletion;

    @Inject
    Clock clock;

    /**
     * Creates an environment with everything it needs, and queues its first snapshot for publication.
     *
     * @param name empty for the key
     * @param sortOrder null for the last position
     * @param colour null for the one that is used least
     */
    public Environment create(
            Project project,
            EnvironmentKey key,
            String name,
            boolean production,
            @Nullable Integer sortOrder,
            @Nullable EnvironmentColour colour) {
        Environment environment = new Environment(project, key, clock.instant());
        List<Environment> present = projects.environments(project);
        int position = sortOrder == null ? nextPosition(present) : sortOrder;
        update(
                environment,
                new EnvironmentDetails(name, production, position, colour == null ? nextColour(present) : colour));
        projects.add(environment);
        unitOfWork.flush();
        created.fire(new EnvironmentCreated(environment));
        limits.measureNew(environment.key().value(), environment.id());
        revisions.begin(project, environment);
        return environment;
    }

    /** Environments in production do not show their colour, so they use none up. */
    private static EnvironmentColour nextColour(List<Environment> existing) {
        return EnvironmentColour.leastUsed(existing.stream()
                .filter(environment -> !environment.production())
                .map(environment -> environment.details().colour())
                .toList());
    }

    private static int nextPosition(List<Environment> existing) {
        int last = existing.isEmpty() ? -1 : existing.get(existing.size() - 1).sortOrder();
        return last == Integer.MAX_VALUE ? last : last + 1;
    }

    /** Changes the details of an environment. */
    public void update(Environment environment, EnvironmentDetails details) {
        Violations violations = new Violations();
        violations.checkNameAndDescription(details.name(), "");
        violations.throwIfAny();
        environment.describe(details);
    }

    /**
     * Deletes an environment with its states and keys.
     *
     * @throws DomainException.Conflict if it is the project's last, or if flags that are on, settings or keys would be lost,
     *     unless forced
     */
    public void delete(Project project, Environment environment, boolean force) {
        if (projects.environments(project).size() == 1) {
            throw new DomainException.Conflict(
                    "\"" + environment.key() + "\" is the last environment of the project; a project must have one");
        }
        if (!force) {
            Losses losses = new Losses();
            deletion.fire(new EnvironmentDeletion(environment, losses));
            losses.refuseIfAny("environment \"" + environment.key() + "\"");
        }
        revisions.enqueue(project, environment);
        projects.remove(environment);
        unitOfWork.flush();
    }
}
