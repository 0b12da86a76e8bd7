package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.storage.SqlResource;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The recorded revisions and versions in the database. They are written where revisions are raised. */
@ApplicationScoped
public class HistoryStore {
    private static final String REVISIONS =
            """
            select revision, project_revision, at, change_id from environment_revision
            where environment_id = cast(?1 as uuid) and revision < ?2 order by revision desc
            """;

    private static final String SNAPSHOT_AT = SqlResource.read(HistoryStore.class, "snapshot-at.sql");

    @Inject
    EntityManager entities;

    /**
     * A recorded revision of an environment.
     *
     * @param projectRevision the revision of the project that it holds
     * @param change the id of the change that raised it
     */
    public record RecordedRevision(long revision, long projectRevision, Instant at, long change) {}

    /** The revisions of an environment below one, latest first, at most {@code limit}. */
    public List<RecordedRevision> revisions(Environment environment, long below, int limit) {
        List<?> rows = entities.createNativeQuery(REVISIONS)
                .setParameter(1, environment.id().toString())
                .setParameter(2, below)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> recorded((Object[]) row)).toList();
    }

    /** The snapshot of an environment as of a revision, without credentials; empty if that revision is not recorded. */
    public Optional<Snapshot> snapshotAt(Environment environment, long revision) {
        List<?> documents = entities.createNativeQuery(SNAPSHOT_AT)
                .setParameter(1, environment.id().toString())
                .setParameter(2, revision)
                .getResultList();
        return documents.stream()
                .findFirst()
                .map(document -> SnapshotReader.read(((String) document).getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordedRevision recorded(Object[] row) {
        return new RecordedRevision(number(row[0]), number(row[1]), instant(row[2]), number(row[3]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static Instant instant(Object column) {
        return column instanceof Timestamp timestamp ? timestamp.toInstant() : ((OffsetDateTime) column).toInstant();
    }
}
