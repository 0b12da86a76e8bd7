package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.flag.entity.FlagConverters;
import dev.jackstaff.domain.history.ChangeFilter;
import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
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
    private static final String SELECT =
            """
            select id, at, actor, actor_kind, reason, ticket, cast(sentences as text), cast(instructions as text),
                cast(inverse as text)
            from change
            """;

    private static final String OF_PROJECT = SELECT
            + """
             where project_id = cast(?1 as uuid) and id < ?2 and instructions @> cast(?3 as jsonb)
                and strpos(lower(actor), lower(?4)) > 0
            order by id desc
            """;

    private static final String OF_IDS = SELECT + " where id = any(cast(?1 as bigint[]))";

    private static final String LATEST = "select coalesce(max(id), 0) from change where project_id = cast(?1 as uuid)";

    @Inject
    EntityManager entities;

    /** The changes of a project below an id that pass a filter, latest first, at most {@code limit}. */
    public List<ChangeRecord> changes(Project project, long below, int limit, ChangeFilter filter) {
        return read(entities.createNativeQuery(OF_PROJECT)
                .setParameter(1, project.id().toString())
                .setParameter(2, below)
                .setParameter(3, pattern(filter))
                .setParameter(4, filter.person())
                .setMaxResults(limit));
    }

    /** What the instructions of a change contain: one that has these members, or nothing in particular. */
    private static String pattern(ChangeFilter filter) {
        AuditJson members = new AuditJson();
        if (!filter.environment().isEmpty()) {
            members.text("environment", filter.environment());
        }
        if (!filter.flag().isEmpty()) {
            members.text("flag", filter.flag());
        }
        String object = members.toJson();
        return object.equals("{}") ? "[]" : "[" + object + "]";
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
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ChangeRecord(
                        NativeColumns.number(row[0]),
                        NativeColumns.instant(row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        FlagConverters.storedStrings(row[6]),
                        (String) row[7],
                        (String) row[8]))
                .toList();
    }
}
