package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Flags and their states in the database. */
@ApplicationScoped
public class FlagStore {
    private static final String RECORD_DELETION =
            """
            insert into flag_version (project_id, project_revision, deleted, flag_id, key, name, description, type, kind,
                owner, tags, server_only, archived, variants, prerequisites, traits)
            select p.id, p.revision + 1, true, f.id, f.key, f.name, f.description, f.type, f.kind,
                f.owner, f.tags, f.server_only, f.archived, f.variants, f.prerequisites, f.traits
            from flag f join project p on p.id = f.project_id where f.id = cast(?1 as uuid)
            """;

    /** So many flags are named in a query at most; of more, all are read. */
    private static final int MANY = 1_000;

    @Inject
    EntityManager entities;

    /** A project's flags that are not archived, by key. */
    public List<Flag> unarchived(Project project) {
        return entities.createQuery(
                        "select f from Flag f where f.projectId = :project and f.archived = false order by f.key",
                        Flag.class)
                .setParameter("project", project.id())
                .getResultList();
    }

    /** All flags of a project, archived ones too. */
    public List<Flag> all(UUID projectId) {
        return entities.createQuery("select f from Flag f where f.projectId = :project order by f.key", Flag.class)
                .setParameter("project", projectId)
                .getResultList();
    }

    public Optional<Flag> find(Project project, FlagKey key) {
        return entities.createQuery("select f from Flag f where f.projectId = :project and f.key = :key", Flag.class)
                .setParameter("project", project.id())
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** The flag, or {@link DomainException.NotFound}. */
    public Flag existing(Project project, FlagKey key) {
        return find(project, key).orElseThrow(() -> new DomainException.NotFound("flag", key));
    }

    /** A flag with its project. */
    public record FlagInProject(Project project, Flag flag) {}

    /** The flag of a project with that, or {@link DomainException.NotFound}; with one statement. */
    public FlagInProject existing(ProjectKey projectKey, FlagKey key) {
        List<Object[]> rows = entities.createQuery(
                        "select p, f from Project p left join Flag f on f.projectId = p.id and f.key = :flag"
                                + " where p.key = :project",
                        Object[].class)
                .setParameter("project", projectKey)
                .setParameter("flag", key)
                .getResultList();
        Object[] found =
                rows.stream().findFirst().orElseThrow(() -> new DomainException.NotFound("project", projectKey));
        if (found[1] == null) {
            throw new DomainException.NotFound("flag", key);
        }
        return new FlagInProject((Project) found[0], (Flag) found[1]);
    }

    public long count(Project project) {
        return entities.createQuery("select count(f) from Flag f where f.projectId = :project", Long.class)
                .setParameter("project", project.id())
                .getSingleResult();
    }

    /** A flag's state in an environment. */
    public record PlacedState(Environment environment, FlagState state) {}

    /** A flag's states in all environments, in the order of these. */
    public List<PlacedState> placedStates(Flag flag) {
        return entities.createQuery(
                        "select e, s from FlagState s, Environment e where s.flagId = :flag and e.id = s.environmentId"
                                + " order by e.sortOrder, e.key",
                        Object[].class)
                .setParameter("flag", flag.id())
                .getResultStream()
                .map(row -> new PlacedState((Environment) row[0], (FlagState) row[1]))
                .toList();
    }

    /** A flag's states in all environments. */
    public List<FlagState> states(Flag flag) {
        return entities.createQuery("select s from FlagState s where s.flagId = :flag", FlagState.class)
                .setParameter("flag", flag.id())
                .getResultList();
    }

    /** The states of flags of a project in all environments; of all flags if these are many. */
    public List<FlagState> states(Project project, Collection<UUID> flags) {
        return flags.size() > MANY ? allStates(project) : statesOfFew(flags);
    }

    private List<FlagState> allStates(Project project) {
        return entities.createQuery(
                        "select s from FlagState s, Flag f where f.id = s.flagId and f.projectId = :project",
                        FlagState.class)
                .setParameter("project", project.id())
                .getResultList();
    }

    private List<FlagState> statesOfFew(Collection<UUID> flags) {
        return entities.createQuery("select s from FlagState s where s.flagId in :flags", FlagState.class)
                .setParameter("flags", flags)
                .getResultList();
    }

    /** The states of flags in environments, locked until the transaction ends; of all flags if these are many. */
    public List<FlagState> statesForUpdate(Collection<UUID> flags, Collection<UUID> environments) {
        boolean many = flags.size() > MANY;
        TypedQuery<FlagState> query = entities.createQuery(
                "select s from FlagState s where s.environmentId in :environments"
                        + (many ? "" : " and s.flagId in :flags") + " order by s.id",
                FlagState.class);
        if (!many) {
            query.setParameter("flags", flags);
        }
        return query.setParameter("environments", environments)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The environments in which a flag is on, in their order. */
    public List<EnvironmentKey> environmentsWhereOn(Flag flag) {
        return entities.createQuery(
                        "select e.key from Environment e, FlagState s where s.flagId = :flag and s.enabled = true"
                                + " and e.id = s.environmentId order by e.sortOrder, e.key",
                        EnvironmentKey.class)
                .setParameter("flag", flag.id())
                .getResultList();
    }

    /** The flags of these keys; all flags if these are many. */
    public List<Flag> find(Project project, Collection<FlagKey> keys) {
        return keys.size() > MANY ? all(project.id()) : findFew(project, keys);
    }

    private List<Flag> findFew(Project project, Collection<FlagKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select f from Flag f where f.projectId = :project and f.key in :keys", Flag.class)
                .setParameter("project", project.id())
                .setParameter("keys", keys)
                .getResultList();
    }

    /** The flags of these ids. */
    public List<Flag> ofIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select f from Flag f where f.id in :ids", Flag.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The states of all flags in one environment. */
    public List<FlagState> states(Environment environment) {
        return entities.createQuery("select s from FlagState s where s.environmentId = :environment", FlagState.class)
                .setParameter("environment", environment.id())
                .getResultList();
    }

    /** The states of flags in one environment; of all flags if these are many. */
    public List<FlagState> states(Environment environment, Collection<UUID> flags) {
        return flags.size() > MANY ? states(environment) : statesOfFew(environment, flags);
    }

    private List<FlagState> statesOfFew(Environment environment, Collection<UUID> flags) {
        if (flags.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select s from FlagState s where s.environmentId = :environment and s.flagId in :flags",
                        FlagState.class)
                .setParameter("environment", environment.id())
                .setParameter("flags", flags)
                .getResultList();
    }

    /** The state of a flag in an environment, locked until the transaction ends if the lock mode says so. */
    public FlagState state(Flag flag, Environment environment, LockModeType lock) {
        return entities.createQuery(
                        "select s from FlagState s where s.flagId = :flag and s.environmentId = :environment",
                        FlagState.class)
                .setParameter("flag", flag.id())
                .setParameter("environment", environment.id())
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("flag state", flag.key()));
    }

    public void add(Object flagOrState) {
        entities.persist(flagOrState);
    }

    /** Removes a flag. The history says so in the revision of the project that is raised next. */
    public void remove(Flag flag) {
        entities.createNativeQuery(RECORD_DELETION)
                .setParameter(1, flag.id().toString())
                .executeUpdate();
        entities.remove(flag);
    }
}
