package dev.jackstaff.domain.snapshot.control;

import dev.jackstaff.domain.storage.SqlResource;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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

    @Inject
    EntityManager entities;

    /** The snapshots of those environments that exist. */
    public List<Snapshot> build(Collection<UUID> environments) {
        if (environments.isEmpty()) {
            return List.of();
        }
        List<?> documents = entities.createNativeQuery(STATEMENT)
                .setParameter(1, environments.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        List<Snapshot> snapshots = new ArrayList<>(documents.size());
        for (Object document : documents) {
            snapshots.add(SnapshotReader.read(((String) document).getBytes(StandardCharsets.UTF_8)));
        }
        return snapshots;
    }
}
