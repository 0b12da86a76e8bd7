package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.change.FlagRestoration;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flags that were turned off at once and turn on again by themselves, in the database. */
@ApplicationScoped
public class FlagRestorationStore {
    private static final String INSERT =
            """
            insert into flag_restoration (id, project_id, flag_id, environment_ids, killed_by, killed_at, due_at)
            values (cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), cast(?4 as uuid[]), ?5, ?6, ?7)
            """;

    private static final String DUE =
            "select cast(id as text) from flag_restoration where done_at is null and due_at <= ?1 order by due_at, id";

    private static final String CLAIM =
            """
            select cast(id as text) from flag_restoration where id = cast(?1 as uuid) and done_at is null
            for update skip locked
            """;

    /** Only environments in which the flag is off. */
    private static final String SELECT =
            """
            select p.key, f.key, r.killed_by, coalesce(string_agg(e.key, ',' order by e.sort_order, e.key)
                filter (where not s.enabled), ''), r.due_at
            from flag_restoration r
            join project p on p.id = r.project_id
            join flag f on f.id = r.flag_id and not f.archived
            join flag_state s on s.flag_id = f.id and s.environment_id = any(r.environment_ids)
            join environment e on e.id = s.environment_id
            where r.done_at is null and %s
            group by r.id, p.key, f.key, r.killed_by, r.due_at
            order by r.due_at
            """;

    private static final String READ = SELECT.formatted("(r.id = cast(?1 as uuid) or r.flag_id = cast(?1 as uuid))");

    private static final String READ_BY_KEY = SELECT.formatted("p.key = ?1 and f.key = ?2");

    private static final String FINISH =
            "update flag_restoration set done_at = ?2, outcome = ?3 where id = cast(?1 as uuid) and done_at is null";

    private static final String CANCEL =
            """
            update flag_restoration set done_at = ?2, outcome = 'cancelled'
            where flag_id = cast(?1 as uuid) and done_at is null
            """;

    private static final String TURNED_ON =
            """
            update flag_restoration r set environment_ids = array_remove(r.environment_ids, e.id)
            from flag f join environment e on e.project_id = f.project_id
            where f.project_id = cast(?1 as uuid) and f.key = ?2 and e.key = ?3 and r.flag_id = f.id and r.done_at is null
            """;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Adds one for a flag that is turned off now. Those that it has already are replaced. */
    public void add(Flag flag, List<Environment> environments, String actor, Instant due) {
        cancel(flag);
        entities.createNativeQuery(INSERT)
                .setParameter(1, UUID.randomUUID().toString())
                .setParameter(2, flag.projectId().toString())
                .setParameter(3, flag.id().toString())
                .setParameter(
                        4,
                        environments.stream()
                                .map(environment -> environment.id().toString())
                                .collect(Collectors.joining(",", "{", "}")))
                .setParameter(5, actor)
                .setParameter(6, Timestamp.from(clock.instant()))
                .setParameter(7, Timestamp.from(due))
                .executeUpdate();
    }

    /** Leaves a flag alone, from now on, in an environment in which it was turned on. */
    public void turnedOn(Project project, FlagKey flag, EnvironmentKey environment) {
        entities.createNativeQuery(TURNED_ON)
                .setParameter(1, project.id().toString())
                .setParameter(2, flag.value())
                .setParameter(3, environment.value())
                .executeUpdate();
    }

    /** The ids of those that are due. */
    public List<String> due() {
        return NativeColumns.texts(entities.createNativeQuery(DUE)
                .setParameter(1, Timestamp.from(clock.instant()))
                .getResultList());
    }

    /** Claims one until the transaction ends; false if it is done, or another hub does it. */
    public boolean claim(String id) {
        return !entities.createNativeQuery(CLAIM)
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    /** One by its id; empty if its flag is archived or deleted, or no environment is left in which it waits. */
    public Optional<FlagRestoration> find(String id) {
        return read(id);
    }

    /** The one that a flag waits for. */
    public Optional<FlagRestoration> ofFlag(Flag flag) {
        return read(flag.id().toString());
    }

    /** The one that a flag waits for; empty also if there is no such flag. */
    public Optional<FlagRestoration> ofFlag(ProjectKey project, FlagKey flag) {
        return first(entities.createNativeQuery(READ_BY_KEY)
                .setParameter(1, project.value())
                .setParameter(2, flag.value()));
    }

    private Optional<FlagRestoration> read(String id) {
        return first(entities.createNativeQuery(READ).setParameter(1, id));
    }

    private static Optional<FlagRestoration> first(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(row -> new FlagRestoration(
                        new ProjectKey((String) row[0]),
                        new FlagKey((String) row[1]),
                        Stream.of(((String) row[3]).split(","))
                                .filter(key -> !key.isEmpty())
                                .map(EnvironmentKey::new)
                                .toList(),
                        (String) row[2],
                        NativeColumns.instant(row[4])));
    }

    /** Ends one, with what came of it. */
    public void finish(String id, String outcome) {
        entities.createNativeQuery(FINISH)
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(clock.instant()))
                .setParameter(3, outcome)
                .executeUpdate();
    }

    /** Ends those of a flag; returns whether there was one. */
    public boolean cancel(Flag flag) {
        return entities.createNativeQuery(CANCEL)
                        .setParameter(1, flag.id().toString())
                        .setParameter(2, Timestamp.from(clock.instant()))
                        .executeUpdate()
                > 0;
    }
}
