package dev.jackstaff.domain.preference.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.preference.SavedView;
import dev.jackstaff.domain.preference.SavedViewDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The saved views of lists of flags in the database. The caller of what writes has the project's lock. */
@ApplicationScoped
public class SavedViewStore {
    private static final String LIST =
            """
            select cast(v.id as text), v.name, v.query, v.shared, v.user_id = cast(?1 as uuid), u.email
            from project p
            left join (saved_view v join hub_user u on u.id = v.user_id)
                on v.project_id = p.id and (v.shared or v.user_id = cast(?1 as uuid))
            where p.key = ?2
            order by v.shared, lower(v.name), v.id
            """;

    private static final String COUNT =
            "select count(*) from saved_view where user_id = cast(?1 as uuid) and project_id = cast(?2 as uuid)";

    private static final String INSERT =
            """
            insert into saved_view (id, project_id, user_id, name, query, shared, created_at)
            values (cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), ?4, ?5, ?6, ?7)
            """;

    private static final String OWN =
            " where id = cast(?1 as uuid) and project_id = cast(?2 as uuid) and user_id = cast(?3 as uuid)";

    private static final String UPDATE = "update saved_view set name = ?4, query = ?5, shared = ?6" + OWN;

    private static final String DELETE = "delete from saved_view" + OWN;

    @Inject
    EntityManager entities;

    /** The views of a project that a person sees, those that are not shared first, each by name; NotFound without a project. */
    public List<SavedView> list(UUID user, ProjectKey project) {
        List<?> rows = entities.createNativeQuery(LIST)
                .setParameter(1, user.toString())
                .setParameter(2, project.value())
                .getResultList();
        if (rows.isEmpty()) {
            throw new DomainException.NotFound("project", project);
        }
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> row[0] != null)
                .map(row -> new SavedView(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (Boolean) row[3],
                        (Boolean) row[4],
                        (String) row[5]))
                .toList();
    }

    /** The number of the person's own views in a project. */
    public long count(UUID user, Project project) {
        return NativeColumns.number(entities.createNativeQuery(COUNT)
                .setParameter(1, user.toString())
                .setParameter(2, project.id().toString())
                .getSingleResult());
    }

    /** Adds a view. */
    public void add(UUID id, UUID user, Project project, SavedViewDetails details, Instant now) {
        entities.createNativeQuery(INSERT)
                .setParameter(1, id.toString())
                .setParameter(2, project.id().toString())
                .setParameter(3, user.toString())
                .setParameter(4, details.name())
                .setParameter(5, details.query())
                .setParameter(6, details.shared())
                .setParameter(7, Timestamp.from(now))
                .executeUpdate();
    }

    /** Changes a view of the person; returns whether there is one. */
    public boolean replace(UUID id, UUID user, Project project, SavedViewDetails details) {
        return entities.createNativeQuery(UPDATE)
                        .setParameter(1, id.toString())
                        .setParameter(2, project.id().toString())
                        .setParameter(3, user.toString())
                        .setParameter(4, details.name())
                        .setParameter(5, details.query())
                        .setParameter(6, details.shared())
                        .executeUpdate()
                > 0;
    }

    /** Removes a view of the person; returns whether there was one. */
    public boolean remove(UUID id, UUID user, Project project) {
        return entities.createNativeQuery(DELETE)
                        .setParameter(1, id.toString())
                        .setParameter(2, project.id().toString())
                        .setParameter(3, user.toString())
                        .executeUpdate()
                > 0;
    }
}
