package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.domain.storage.SqlResource;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The revision counters of environments, and the outbox of their changes. A use case raises revisions once, as its last
 * step: that locks the environments' rows, always in the order of their ids, so that changes to one environment are
 * committed one after the other and without deadlocks. A change beyond the {@link ContentLimits} is refused here. What
 * changed since the revision before is recorded, whoever changed it: the history has no other writer.
 */
@ApplicationScoped
public class Revisions {
    private static final String RAISE = SqlResource.read(Revisions.class, "raise-environments.sql");
    private static final String RAISE_SHARED = SqlResource.read(Revisions.class, "raise-shared.sql");
    private static final String BEGIN = SqlResource.read(Revisions.class, "begin-environment.sql");

    private static final String BEGIN_PROJECT = SqlResource.read(Revisions.class, "begin-project.sql");
    private static final String SOME = "id = any(cast(?1 as uuid[]))";
    private static final String MEASURED = "environment_content_bytes(e.id, e.project_id)";
    private static final String COUNTED_ON =
            """
            e.content_bytes + coalesce((
                        select sum(s.bytes - s.recorded_bytes) from flag_state s join flag f on f.id = s.flag_id
                        where s.environment_id = e.id and s.version <> s.recorded_version and not f.archived), 0)""";

    private static final String RAISE_SETTINGS = RAISE.formatted(SOME, COUNTED_ON);
    private static final String RAISE_SOME = RAISE.formatted(SOME, MEASURED);
    private static final String RAISE_PROJECT = RAISE.formatted("project_id = cast(?1 as uuid)", MEASURED);
    private static final String RAISE_EVERYWHERE = RAISE.formatted("?1 = 'every'", MEASURED);

    /** The start of the count of seconds that the revisions of an epoch begin with. In 32 bits it lasts until 2161. */
    private static final Instant REVISION_ORIGIN = Instant.parse("2025-01-01T00:00:00Z");

    @Inject
    EntityManager entities;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ContentLimits limits;

    @Inject
    Clock clock;

    @Inject
    Event<RevisionsRaised> raised;

    /**
     * The least revision of a database's epoch that begins at a moment: more than all changes before can have counted to,
     * as long as an environment has less than one change a second.
     */
    public static long leastOfEpoch(Instant moment) {
        return Duration.between(REVISION_ORIGIN, moment).toSeconds();
    }

    /** The present revision of an environment. */
    public long of(Environment environment) {
        return revision("select revision from environment where id = cast(?1 as uuid)", environment.id());
    }

    /** The present revisions of a project's environments, in their order. */
    public Map<EnvironmentKey, Long> ofEnvironments(Project project) {
        List<?> rows = entities.createNativeQuery(
                        "select key, revision from environment where project_id = cast(?1 as uuid) order by sort_order, key")
                .setParameter(1, project.id().toString())
                .getResultList();
        Map<EnvironmentKey, Long> revisions = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            revisions.put(new EnvironmentKey((String) columns[0]), NativeColumns.number(columns[1]));
        }
        return revisions;
    }

    /** The present revision of a project, which counts the changes of what its environments share. */
    public long ofProject(Project project) {
        return revision("select revision from project where id = cast(?1 as uuid)", project.id());
    }

    private long revision(String statement, UUID id) {
        return NativeColumns.number(entities.createNativeQuery(statement)
                .setParameter(1, id.toString())
                .getSingleResult());
    }

    /** Raises one environment's revision, after flushing pending changes; Conflict if it becomes too large. */
    public Map<UUID, Long> raise(Environment environment) {
        return raise(RAISE_SOME, "{" + environment.id() + "}", 0);
    }

    /**
     * Raises the revisions of environments in which settings of flags changed, and nothing else, after flushing pending
     * changes; Conflict if one becomes too large. The time does not grow with the number of flags.
     */
    public Map<UUID, Long> raiseSettings(List<Environment> environments) {
        String ids = environments.stream()
                .map(environment -> environment.id().toString())
                .collect(Collectors.joining(",", "{", "}"));
        return raise(RAISE_SETTINGS, ids, 0);
    }

    /**
     * Raises the revisions of a project and of all its environments, after flushing pending changes. The caller holds the
     * project's lock.
     */
    public Map<UUID, Long> raiseProject(Project project) {
        raiseShared(project);
        return raise(RAISE_PROJECT, project.id().toString(), 0);
    }

    /**
     * Raises the revision of a project, after flushing pending changes. Enough for what no environment's snapshot holds,
     * such as names. The caller holds the project's lock.
     */
    public long raiseShared(Project project) {
        unitOfWork.flush();
        return NativeColumns.number(entities.createNativeQuery(RAISE_SHARED)
                .setParameter(1, project.id().toString())
                .setParameter(2, Timestamp.from(clock.instant()))
                .getSingleResult());
    }

    /** Raises the revisions of all existing environments, after flushing pending changes. */
    public Map<UUID, Long> raiseEverywhere() {
        return raise(RAISE_EVERYWHERE, "every", 0);
    }

    /** Raises the revisions of all existing environments, to this one at least. */
    public Map<UUID, Long> raiseEverywhere(long least) {
        return raise(RAISE_EVERYWHERE, "every", least);
    }

    /** Raises an environment's revision above another. */
    public Map<UUID, Long> raiseAbove(UUID environment, long revision) {
        return raise(RAISE_SOME, "{" + environment + "}", revision + 1);
    }

    private Map<UUID, Long> raise(String statement, String scope, long least) {
        unitOfWork.flush();
        List<?> rows = entities.createNativeQuery(statement)
                .setParameter(1, scope)
                .setParameter(2, Timestamp.from(clock.instant()))
                .setParameter(3, least)
                .getResultList();
        Map<UUID, Long> revisions = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            revisions.put(UUID.fromString((String) columns[0]), NativeColumns.number(columns[1]));
            limits.refuseExcess(
                    (String) columns[2], NativeColumns.number(columns[3]), NativeColumns.number(columns[4]));
        }
        raised.fire(new RevisionsRaised());
        return revisions;
    }

    /** Records the first revision of a new project, which has its first environments. */
    public void begin(Project project) {
        unitOfWork.flush();
        entities.createNativeQuery(BEGIN_PROJECT)
                .setParameter(1, project.id().toString())
                .setParameter(2, Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    /** Records the first revision of a new environment, and queues it for publication. */
    public void begin(Project project, Environment environment) {
        unitOfWork.flush();
        entities.createNativeQuery(BEGIN)
                .setParameter(1, environment.id().toString())
                .setParameter(2, Timestamp.from(clock.instant()))
                .executeUpdate();
        enqueue(project, environment);
    }

    /** Queues a new or deleted environment for publication. */
    public void enqueue(Project project, Environment environment) {
        unitOfWork.flush();
        entities.createNativeQuery(
                        "insert into outbox (environment_id, snapshot_key, revision) values (cast(?1 as uuid), ?2, ?3)")
                .setParameter(1, environment.id().toString())
                .setParameter(2, environment.key().in(project.key()).toString())
                .setParameter(3, environment.revision())
                .executeUpdate();
        raised.fire(new RevisionsRaised());
    }
}
