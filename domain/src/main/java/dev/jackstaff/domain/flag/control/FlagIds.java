package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The ids of flags and environments by their keys, for statements that need no more. They are read with one statement, and not
 * again in the same request: an id stays what it is.
 */
@RequestScoped
public class FlagIds {
    private static final String QUERY =
            """
            select cast(p.id as text), cast(e.id as text), cast(f.id as text)
            from project p
            left join environment e on e.project_id = p.id and e.key = cast(?2 as text) collate "C"
            left join flag f on f.project_id = p.id and f.key = cast(?3 as text) collate "C"
            where p.key = ?1
            """;

    @Inject
    EntityManager entities;

    private final Map<FlagPlace, Ids> flags = new HashMap<>();
    private final Map<EnvironmentPlace, UUID> environments = new HashMap<>();

    private record FlagPlace(ProjectKey project, FlagKey flag) {}

    private record EnvironmentPlace(ProjectKey project, EnvironmentKey environment) {}

    /** The ids of a flag and its project. */
    public record Ids(UUID project, UUID flag) {}

    /** Remembers what was read anyway. */
    public void remember(ProjectKey project, FlagKey flag, Ids ids) {
        flags.put(new FlagPlace(project, flag), ids);
    }

    /** As above, of an environment. */
    public void remember(ProjectKey project, EnvironmentKey environment, UUID id) {
        environments.put(new EnvironmentPlace(project, environment), id);
    }

    /** The ids of a flag and its project; NotFound if one does not exist. */
    public Ids existing(ProjectKey project, FlagKey flag) {
        Ids known = flags.get(new FlagPlace(project, flag));
        if (known != null) {
            return known;
        }
        Object[] row = read(project, "", flag);
        return flag(project, flag, row);
    }

    /** The id of an environment of a flag's project; NotFound if it, the flag or the project does not exist. */
    public UUID environment(ProjectKey project, EnvironmentKey environment, FlagKey flag) {
        UUID known = environments.get(new EnvironmentPlace(project, environment));
        if (known != null) {
            existing(project, flag);
            return known;
        }
        Object[] row = read(project, environment.value(), flag);
        if (row[1] == null) {
            throw new DomainException.NotFound("environment", environment);
        }
        flag(project, flag, row);
        UUID id = UUID.fromString((String) row[1]);
        remember(project, environment, id);
        return id;
    }

    private Object[] read(ProjectKey project, String environment, FlagKey flag) {
        List<?> rows = entities.createNativeQuery(QUERY)
                .setParameter(1, project.value())
                .setParameter(2, environment)
                .setParameter(3, flag.value())
                .getResultList();
        if (rows.isEmpty()) {
            throw new DomainException.NotFound("project", project);
        }
        return (Object[]) rows.get(0);
    }

    private Ids flag(ProjectKey project, FlagKey flag, Object[] row) {
        if (row[2] == null) {
            throw new DomainException.NotFound("flag", flag);
        }
        Ids ids = new Ids(UUID.fromString((String) row[0]), UUID.fromString((String) row[2]));
        remember(project, flag, ids);
        return ids;
    }
}
