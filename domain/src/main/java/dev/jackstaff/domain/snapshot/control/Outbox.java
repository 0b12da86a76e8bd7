package dev.jackstaff.domain.snapshot.control;

import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The outbox table of environments to publish, and the publication lock. */
@ApplicationScoped
public class Outbox {
    /**
     * The PostgreSQL advisory lock that one hub at a time holds while it publishes: {@value}, which is "jks" and 0 in ASCII.
     * Whoever holds it in another session stops publication, and nothing else.
     */
    public static final long PUBLICATION_LOCK = 0x6A6B_7300L;

    /** The maximum time that a publication round may be idle in the database; reaching the data grid takes no longer. */
    private static final Duration MAX_PAUSE = Duration.ofSeconds(15);

    @Inject
    EntityManager entities;

    /**
     * Waits for the publication lock, and holds it until the transaction ends. A hub that is then idle for a while,
     * because it or its machine hangs, loses the transaction and the lock, so that the others can go on.
     */
    public void lock() {
        entities.createNativeQuery("select set_config('idle_in_transaction_session_timeout', ?1, true)")
                .setParameter(1, MAX_PAUSE.toMillis() + "ms")
                .getSingleResult();
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) as locked")
                .setParameter(1, PUBLICATION_LOCK)
                .getSingleResult();
    }

    /**
     * Deletes and returns all rows: environments by id, with the keys of their snapshots. A failed transaction restores
     * them.
     */
    public Map<UUID, String> drain() {
        return keys("delete from outbox returning cast(environment_id as text), snapshot_key");
    }

    /** All environments by id, with the keys of their snapshots. */
    public Map<UUID, String> environments() {
        return keys("select cast(e.id as text), p.key || '/' || e.key from environment e"
                + " join project p on p.id = e.project_id");
    }

    /** The revisions of all environments by id. */
    public Map<UUID, Long> revisions() {
        Map<UUID, Long> revisions = new LinkedHashMap<>();
        for (Object row : rows("select cast(id as text), revision from environment")) {
            Object[] columns = (Object[]) row;
            revisions.put(UUID.fromString((String) columns[0]), NativeColumns.number(columns[1]));
        }
        return revisions;
    }

    public boolean isEmpty() {
        return rows("select 1 from outbox limit 1").isEmpty();
    }

    private Map<UUID, String> keys(String statement) {
        Map<UUID, String> keys = new LinkedHashMap<>();
        for (Object row : rows(statement)) {
            Object[] columns = (Object[]) row;
            keys.put(UUID.fromString((String) columns[0]), (String) columns[1]);
        }
        return keys;
    }

    private List<?> rows(String statement) {
        return entities.createNativeQuery(statement).getResultList();
    }
}
