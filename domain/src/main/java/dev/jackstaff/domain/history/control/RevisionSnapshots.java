package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.domain.storage.SqlResource;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The snapshots of environments as of recorded revisions, from the database. They have no credentials. */
@ApplicationScoped
public class RevisionSnapshots {
    private static final String SNAPSHOT = SqlResource.read(RevisionSnapshots.class, "snapshot-at.sql");
    private static final String SNAPSHOT_AT = SNAPSHOT.formatted("");
    private static final String SNAPSHOT_OF_SOME = SNAPSHOT.formatted(" and key = any(cast(?3 as text[]))");

    @Inject
    EntityManager entities;

    /** The snapshot of an environment as of a revision; empty if that revision is not recorded. */
    public Optional<Snapshot> at(Environment environment, long revision) {
        return snapshot(entities.createNativeQuery(SNAPSHOT_AT)
                .setParameter(1, environment.id().toString())
                .setParameter(2, revision));
    }

    /** As above, with no other flags than these. */
    public Optional<Snapshot> at(Environment environment, long revision, Set<FlagKey> flags) {
        return snapshot(entities.createNativeQuery(SNAPSHOT_OF_SOME)
                .setParameter(1, environment.id().toString())
                .setParameter(2, revision)
                .setParameter(3, NativeColumns.array(flags)));
    }

    private static Optional<Snapshot> snapshot(Query query) {
        List<?> documents = query.getResultList();
        return documents.stream()
                .findFirst()
                .map(document -> SnapshotReader.read(((String) document).getBytes(StandardCharsets.UTF_8)));
    }
}
