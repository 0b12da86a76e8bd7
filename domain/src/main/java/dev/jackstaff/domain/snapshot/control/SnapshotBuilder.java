package dev.jackstaff.domain.snapshot.control;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.domain.storage.SqlResource;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The builder of snapshots from the database, any number with one statement. */
@ApplicationScoped
public class SnapshotBuilder {
    private static final String STATEMENT = SqlResource.read(SnapshotBuilder.class, "snapshots.sql");
    private static final String OF_ALL = STATEMENT.replace("${flags}", "true");

    private static final String IDS = "cast(?1 as uuid[])";

    private static final String IDS_BY_KEYS =
            """
            cast((select array_agg(x.id) from environment x join project y on y.id = x.project_id
                where y.key = ?1 and x.key = any (cast(?3 as text[]))) as uuid[])
            """;

    /** The flags that are wanted, and all that they need. */
    private static final String OF_SOME =
            """
            with recursive wanted(key) as (
                select unnest(cast(?2 as text[])) collate "C"
                union
                select (q.needed ->> 'flag') collate "C"
                from wanted w
                join flag f on f.key = w.key
                    and f.project_id = (select y.id from project y where y.key = ?1)
                cross join lateral jsonb_array_elements(f.prerequisites) q(needed))
            """
                    + STATEMENT
                            .replace("${flags}", "f.key in (select w.key from wanted w)")
                            .replace(IDS, IDS_BY_KEYS);

    @Inject
    EntityManager entities;

    /** The snapshots of those environments that exist. */
    public List<Snapshot> build(Collection<UUID> environments) {
        if (environments.isEmpty()) {
            return List.of();
        }
        return read(entities.createNativeQuery(OF_ALL).setParameter(1, array(environments)));
    }

    /** Those of a project's environments that exist, with no other flags than these and those that they need. */
    public List<Snapshot> build(ProjectKey project, Collection<EnvironmentKey> environments, Collection<String> flags) {
        if (environments.isEmpty()) {
            return List.of();
        }
        return read(entities.createNativeQuery(OF_SOME)
                .setParameter(1, project.value())
                .setParameter(2, NativeColumns.array(flags))
                .setParameter(3, NativeColumns.array(environments)));
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static List<Snapshot> read(Query query) {
        List<?> documents = query.getResultList();
        List<Snapshot> snapshots = new ArrayList<>(documents.size());
        for (Object document : documents) {
            snapshots.add(SnapshotReader.read(((String) document).getBytes(StandardCharsets.UTF_8)));
        }
        return snapshots;
    }
}
