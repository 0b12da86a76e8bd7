package dev.jackstaff.domain.snapshot.control;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The builder of snapshots from the database, any number with one statement. */
@ApplicationScoped
public class SnapshotBuilder {
    private static final String STATEMENT = statement();

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

    private static String statement() {
        try (InputStream sql = SnapshotBuilder.class.getResourceAsStream("snapshots.sql")) {
            if (sql == null) {
                throw new IllegalStateException("snapshots.sql is missing");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
