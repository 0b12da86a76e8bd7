package dev.jackstaff.domain.draft.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.InstructionWriter;
import dev.jackstaff.domain.change.StepReader;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The drafts in the database. Those of one person are written by one transaction at a time. */
@ApplicationScoped
public class DraftStore {
    /** The most bytes of the steps of a draft, as JSON in UTF-8. */
    public static final int MAX_BYTES = 256 * 1024;

    /** The most drafts of a person. */
    public static final int MAX_OF_PERSON = 200;

    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended(?1, 24)) as text)";

    private static final String READ =
            """
            select p.key, f.key, e.key, d.base, cast(d.steps as text), d.edited_at
            from draft d join flag f on f.id = d.flag_id join project p on p.id = f.project_id
            left join environment e on e.id = d.environment_id
            where d.user_id = cast(?1 as uuid) and (d.environment_id is null or e.id is not null)
            """;

    private static final String PLACE = " user_id = cast(?1 as uuid) and flag_id = cast(?2 as uuid)"
            + " and coalesce(environment_id, flag_id) = cast(?3 as uuid)";

    private static final String UPDATE =
            "update draft set base = ?4, steps = cast(?5 as json), edited_at = ?6 where" + PLACE;

    private static final String INSERT =
            """
            insert into draft (id, user_id, flag_id, environment_id, base, steps, edited_at)
            values (gen_random_uuid(), cast(?1 as uuid), cast(?2 as uuid),
                nullif(cast(?3 as uuid), cast(?2 as uuid)), ?4, cast(?5 as json), ?6)
            """;

    private static final String COUNT = "select count(*) from draft where user_id = cast(?1 as uuid)";

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Lets no other transaction write drafts of a person until this one ends. */
    public void lock(UUID user) {
        entities.createNativeQuery(LOCK).setParameter(1, user.toString()).getSingleResult();
    }

    /** The draft at a place. */
    public Optional<DraftView> find(DraftPlace place) {
        return views(bound(
                                READ
                                        + " and flag_id = cast(?2 as uuid) and coalesce(environment_id, flag_id) = cast(?3 as uuid)",
                                place)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** The drafts of a person about a flag: that of what all environments share first, then by environment. */
    public List<DraftView> ofFlag(UUID user, Flag flag) {
        return views(entities.createNativeQuery(
                        READ + " and d.flag_id = cast(?2 as uuid)" + " order by e.sort_order nulls first, e.key")
                .setParameter(1, user.toString())
                .setParameter(2, flag.id().toString())
                .getResultList());
    }

    /** As above; none also if there is no such flag. */
    public List<DraftView> ofFlag(UUID user, ProjectKey project, FlagKey flag) {
        return views(entities.createNativeQuery(
                        READ + " and p.key = ?2 and f.key = ?3" + " order by e.sort_order nulls first, e.key")
                .setParameter(1, user.toString())
                .setParameter(2, project.value())
                .setParameter(3, flag.value())
                .getResultList());
    }

    /** The drafts of a person, latest first. */
    public List<DraftView> ofUser(UUID user) {
        return views(entities.createNativeQuery(READ + " order by d.edited_at desc, d.id")
                .setParameter(1, user.toString())
                .getResultList());
    }

    private static List<DraftView> views(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DraftView(
                        new ProjectKey((String) row[0]),
                        new FlagKey((String) row[1]),
                        row[2] == null ? null : new EnvironmentKey((String) row[2]),
                        NativeColumns.number(row[3]),
                        StepReader.read((String) row[4]),
                        NativeColumns.instant(row[5])))
                .toList();
    }

    /**
     * Stores a draft in place of the one that is there, or removes that if there are no steps. The caller has the lock.
     *
     * @throws DomainException.Invalid if it is too large
     * @throws DomainException.Conflict if the person has too many
     */
    public Optional<DraftView> put(DraftPlace place, long base, List<ChangeStep> steps) {
        if (steps.isEmpty()) {
            remove(place);
            return Optional.empty();
        }
        String json = InstructionWriter.write(steps);
        if (json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new DomainException.Invalid("changes", "must have at most " + MAX_BYTES / 1024 + " kB in all");
        }
        Instant now = clock.instant();
        if (write(UPDATE, place, base, json, now) == 0) {
            refuseTooMany(place.user());
            write(INSERT, place, base, json, now);
        }
        return find(place);
    }

    private int write(String statement, DraftPlace place, long base, String json, Instant now) {
        return bound(statement, place)
                .setParameter(4, base)
                .setParameter(5, json)
                .setParameter(6, Timestamp.from(now))
                .executeUpdate();
    }

    private void refuseTooMany(UUID user) {
        long present = NativeColumns.number(entities.createNativeQuery(COUNT)
                .setParameter(1, user.toString())
                .getSingleResult());
        if (present >= MAX_OF_PERSON) {
            throw new DomainException.Conflict(
                    "you have " + present + " drafts, which is the most; save or discard one of them first");
        }
    }

    /** Removes the draft at a place; returns whether there was one. */
    public boolean remove(DraftPlace place) {
        return bound("delete from draft where" + PLACE, place).executeUpdate() > 0;
    }

    /** Removes what was last edited before an instant. */
    public void removeOlder(Instant oldest) {
        entities.createNativeQuery("delete from draft where edited_at < ?1")
                .setParameter(1, Timestamp.from(oldest))
                .executeUpdate();
    }

    private Query bound(String statement, DraftPlace place) {
        return entities.createNativeQuery(statement)
                .setParameter(1, place.user().toString())
                .setParameter(2, place.flag().id().toString())
                .setParameter(3, idOf(place.environment(), place.flag()).toString());
    }

    private static UUID idOf(@Nullable Environment environment, Flag flag) {
        return environment == null ? flag.id() : environment.id();
    }
}
