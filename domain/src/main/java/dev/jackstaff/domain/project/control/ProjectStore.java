package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Projects and environments in the database. */
@ApplicationScoped
public class ProjectStore {
    @Inject
    EntityManager entities;

    public List<Project> all() {
        return entities.createQuery("select p from Project p order by p.key", Project.class)
                .getResultList();
    }

    public Optional<Project> find(ProjectKey key) {
        return find(key, LockModeType.NONE);
    }

    /** The project, or {@link DomainException.NotFound}. */
    public Project existing(ProjectKey key) {
        return find(key).orElseThrow(() -> new DomainException.NotFound("project", key));
    }

    /**
     * The project, locked until the transaction ends. Whoever adds or removes a reference inside a project (a rule to a
     * segment, a flag to its prerequisite ...) holds this lock, so that its checks stay true.
     */
    public Project existingForUpdate(ProjectKey key) {
        return find(key, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new DomainException.NotFound("project", key));
    }

    private Optional<Project> find(ProjectKey key, LockModeType lock) {
        return entities.createQuery("select p from Project p where p.key = :key", Project.class)
                .setParameter("key", key)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** A project, with one of its environments if they are asked for. */
    public record ListedProject(Project project, @Nullable Environment environment) {}

    /** All projects by key, each once, but one as often as it has environments, in their order. */
    public List<ListedProject> allWithEnvironmentsOf(ProjectKey key) {
        return entities.createQuery(
                        "select p, e from Project p left join Environment e on e.projectId = p.id and p.key = :key"
                                + " order by p.key, e.sortOrder, e.key",
                        Object[].class)
                .setParameter("key", key)
                .getResultStream()
                .map(row -> new ListedProject((Project) row[0], (Environment) row[1]))
                .toList();
    }

    /** The environments of all projects, in their order. */
    public List<Environment> allEnvironments() {
        return entities.createQuery("select e from Environment e order by e.sortOrder, e.key", Environment.class)
                .getResultList();
    }

    /** The project's environments, in their order. */
    public List<Environment> environments(Project project) {
        return entities.createQuery(
                        "select e from Environment e where e.projectId = :project order by e.sortOrder, e.key",
                        Environment.class)
                .setParameter("project", project.id())
                .getResultList();
    }

    /** The environments of a project, in their order; none also if there is no such project. */
    public List<Environment> environments(ProjectKey project) {
        return entities.createQuery(
                        "select e from Environment e, Project p where p.key = :key and e.projectId = p.id"
                                + " order by e.sortOrder, e.key",
                        Environment.class)
                .setParameter("key", project)
                .getResultList();
    }

    /** The environment, or {@link DomainException.NotFound}. */
    public Environment existing(Project project, EnvironmentKey key) {
        return find(project, key).orElseThrow(() -> new DomainException.NotFound("environment", key));
    }

    public Optional<Environment> find(Project project, EnvironmentKey key) {
        return entities.createQuery(
                        "select e from Environment e where e.projectId = :project and e.key = :key", Environment.class)
                .setParameter("project", project.id())
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    public void add(Object projectOrEnvironment) {
        entities.persist(projectOrEnvironment);
    }

    public void remove(Object projectOrEnvironment) {
        entities.remove(projectOrEnvironment);
    }
}
