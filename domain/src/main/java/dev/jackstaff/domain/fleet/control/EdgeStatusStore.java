package dev.jackstaff.domain.fleet.control;

import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.EdgeStatusCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last status of each edge, in the database. */
@ApplicationScoped
public class EdgeStatusStore {
    /**
     * The statement that stores a status. Of two statuses of an edge, which may arrive by several ways, that sent later
     * stays.
     */
    private static final String PUT = "insert into edge_server (id, status, seen_at)"
            + " values (?1, cast(?2 as jsonb), ?3) on conflict on constraint edge_server_pk"
            + " do update set status = excluded.status, seen_at = excluded.seen_at"
            + " where edge_server.status ->> 'sentAt' <> excluded.status ->> 'sentAt'";

    @Inject
    EntityManager entities;

    /** A stored status with its arrival time. */
    public record StoredStatus(EdgeStatus status, Instant seenAt) {}

    /** The revision of an environment on the hub, and since when. */
    public record EnvironmentRevision(long revision, Instant since) {}

    public void save(Collection<EdgeStatus> statuses, Instant now) {
        entities.createNativeQuery("select set_config('lock_timeout', '5s', true)")
                .getSingleResult();
        statuses.stream().sorted(Comparator.comparing(EdgeStatus::id)).forEach(status -> entities.createNativeQuery(PUT)
                .setParameter(1, status.id())
                .setParameter(2, new String(EdgeStatusCodec.write(status), StandardCharsets.UTF_8))
                .setParameter(3, Timestamp.from(now))
                .executeUpdate());
    }

    public void removeSilentSince(Instant oldest) {
        entities.createNativeQuery("delete from edge_server where seen_at < ?1")
                .setParameter(1, Timestamp.from(oldest))
                .executeUpdate();
    }

    /** All edges, by id. */
    public List<StoredStatus> all() {
        List<StoredStatus> all = new ArrayList<>();
        for (Object row : rows("select cast(status as text), cast(extract(epoch from seen_at) * 1000 as bigint)"
                + " from edge_server order by id")) {
            Object[] columns = (Object[]) row;
            EdgeStatus status = EdgeStatusCodec.read(((String) columns[0]).getBytes(StandardCharsets.UTF_8));
            all.add(new StoredStatus(status, Instant.ofEpochMilli(NativeColumns.number(columns[1]))));
        }
        return all;
    }

    /** All environments by id. */
    public Map<String, EnvironmentRevision> environmentRevisions() {
        Map<String, EnvironmentRevision> heads = new HashMap<>();
        for (Object row : rows("select cast(id as text), revision,"
                + " cast(extract(epoch from revision_at) * 1000 as bigint) from environment")) {
            Object[] columns = (Object[]) row;
            heads.put(
                    (String) columns[0],
                    new EnvironmentRevision(
                            NativeColumns.number(columns[1]), Instant.ofEpochMilli(NativeColumns.number(columns[2]))));
        }
        return heads;
    }

    private List<?> rows(String statement) {
        return entities.createNativeQuery(statement).getResultList();
    }
}
