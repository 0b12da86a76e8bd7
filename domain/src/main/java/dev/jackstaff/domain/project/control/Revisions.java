package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The revision counters of environments, and the outbox of their changes. A use case raises revisions once, as its last
 * step: that locks the environments' rows, always in the order of their ids, so that changes to one environment are
 * committed one after the other and without deadlocks. A change beyond the {@link ContentLimits} is refused here.
 */
@ApplicationScoped
public class Revisions {
    private static final String RAISE =
            """
            with touched as (
                select id, content_bytes from environment where %s order by id for no key update),
            raised as (
                update environment e set revision = greatest(e.revision + 1, ?3), revision_at = ?2,
                    content_bytes = environment_content_bytes(e.id, e.project_id)
                from touched t where e.id = t.id
                returning e.id, e.project_id, e.key, e.revision,
                    e.content_bytes as bytes, t.content_bytes as bytes_before),
            queued as (
                insert into outbox (environment_id, snapshot_key, revision)
                select r.id, p.key || '/' || r.key, r.revision from raised r join project p on p.id = r.project_id)
            select cast(id as text), revision, key, bytes_before, bytes from raised
            """;

    private static final String RAISE_ONE = RAISE.formatted("id = cast(?1 as uuid)");
    private static final String RAISE_PROJECT = RAISE.formatted("project_id = cast(?1 as uuid)");
    private static final String RAISE_EVERYWHERE = RAISE.formatted("?1 = 'every'");

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

    /** Raises one environment's revision, after flushing pending changes; Conflict if it becomes too large. */
    public long raise(Environment environment) {
        return raise(RAISE_ONE, environment.id()).getOrDefault(environment.id(), environment.revision());
    }

    /** Raises the revisions of all environments of a project, after flushing pending changes. */
    public Map<UUID, Long> raiseProject(Project project) {
        return raise(RAISE_PROJECT, project.id());
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
        return raise(RAISE_ONE, environment.toString(), revision + 1);
    }

    private Map<UUID, Long> raise(String statement, UUID scope) {
        return raise(statement, scope.toString(), 0);
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
            revisions.put(UUID.fromString((String) columns[0]), number(columns[1]));
            limits.refuseExcess((String) columns[2], number(columns[3]), number(columns[4]));
        }
        raised.fire(new RevisionsRaised());
        return revisions;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
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
