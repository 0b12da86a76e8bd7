package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.flag.entity.FlagConverters;
import dev.jackstaff.domain.history.ChangeFilter;
import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.engine.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The recorded changes in the database. They are written where changes are carried out. */
@ApplicationScoped
public class ChangeRecordStore {
    /** The columns of a change {@code c}, in the order of {@link #read(Object[], int)}. */
    static final String COLUMNS =
            """
            c.id, c.at, c.actor, c.actor_kind, c.reason, c.ticket, cast(c.sentences as text), cast(c.instructions as text),
            cast(c.inverse as text)
            """;

    private static final String SELECT = "select " + COLUMNS + " from change c ";

    private static final String LATEST_FIRST = " order by id desc limit ?3";

    private static final String OF_PROJECT = " where project_id = cast(?1 as uuid) and id < ?2";

    /** The index has the flags and the environments of all instructions; whether one has both is seen in those found. */
    private static final String OF_FLAG = " and jsonb_path_query_array(instructions, '$[*].flag') @> cast(?4 as jsonb)";

    private static final String OF_ENVIRONMENT =
            " and jsonb_path_query_array(instructions, '$[*].environment') @> cast(?5 as jsonb)";

    private static final String OF_BOTH = " and instructions @> cast(?6 as jsonb)";

    /** Those who changed something in the project, found by skipping from one to the next. */
    private static final String ACTORS =
            """
            with recursive actors (name) as (
                (select actor from change where project_id = cast(?1 as uuid) order by actor limit 1)
                union all
                select (select c.actor from change c where c.project_id = cast(?1 as uuid) and c.actor > a.name
                    order by c.actor limit 1)
                from actors a where a.name is not null)
            """;

    private static final String OF_ACTORS = ACTORS + "select found.* from actors a cross join lateral (%s) found"
            + " where strpos(lower(a.name), lower(?7)) > 0 order by found.id desc limit ?3";

    private static final String OF_IDS = SELECT + " where id = any(cast(?1 as bigint[]))";

    private static final String LATEST = "select coalesce(max(id), 0) from change where project_id = cast(?1 as uuid)";

    @Inject
    EntityManager entities;

    /** The changes of a project below an id that pass a filter, latest first, at most {@code limit}. */
    public List<ChangeRecord> changes(Project project, long below, int limit, ChangeFilter filter) {
        boolean anybody = filter.person().isEmpty();
        String found = SELECT + OF_PROJECT + (anybody ? "" : " and actor = a.name") + subjects(filter) + LATEST_FIRST;
        Query query = entities.createNativeQuery(anybody ? found : OF_ACTORS.formatted(found))
                .setParameter(1, project.id().toString())
                .setParameter(2, below)
                .setParameter(3, limit);
        if (!anybody) {
            query.setParameter(7, filter.person());
        }
        if (!filter.flag().isEmpty()) {
            query.setParameter(4, JsonText.quoted(List.of(filter.flag())));
        }
        if (!filter.environment().isEmpty()) {
            query.setParameter(5, JsonText.quoted(List.of(filter.environment())));
        }
        if (hasBoth(filter)) {
            query.setParameter(6, pattern(filter));
        }
        return read(query);
    }

    private static String subjects(ChangeFilter filter) {
        return (filter.flag().isEmpty() ? "" : OF_FLAG)
                + (filter.environment().isEmpty() ? "" : OF_ENVIRONMENT)
                + (hasBoth(filter) ? OF_BOTH : "");
    }

    private static boolean hasBoth(ChangeFilter filter) {
        return !filter.flag().isEmpty() && !filter.environment().isEmpty();
    }

    /** What the instructions of a change contain: one about the flag in the environment. */
    private static String pattern(ChangeFilter filter) {
        AuditJson members = new AuditJson();
        members.text("environment", filter.environment());
        members.text("flag", filter.flag());
        return "[" + members.toJson() + "]";
    }

    /** The number of the latest change of a project; 0 if there is none. */
    public long latest(Project project) {
        return NativeColumns.number(entities.createNativeQuery(LATEST)
                .setParameter(1, project.id().toString())
                .getSingleResult());
    }

    /** Changes by their ids; those that are not recorded are left out. */
    public Map<Long, ChangeRecord> changes(Collection<Long> ids) {
        String array = ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return read(entities.createNativeQuery(OF_IDS).setParameter(1, array)).stream()
                .collect(Collectors.toMap(ChangeRecord::id, Function.identity()));
    }

    private static List<ChangeRecord> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> read(row, 0)).toList();
    }

    /** The change that the columns of a row are from one on; it must be there. */
    static ChangeRecord read(Object[] row, int first) {
        return new ChangeRecord(
                NativeColumns.number(row[first]),
                NativeColumns.instant(row[first + 1]),
                (String) row[first + 2],
                (String) row[first + 3],
                (String) row[first + 4],
                (String) row[first + 5],
                FlagConverters.storedStrings(row[first + 6]),
                (String) row[first + 7],
                (String) row[first + 8]);
    }
}
