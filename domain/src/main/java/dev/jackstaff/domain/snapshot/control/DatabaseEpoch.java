package dev.jackstaff.domain.snapshot.control;

import dev.jackstaff.domain.project.control.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The epoch of the database: one history of changes. A database that was restored, cloned or failed over has left the
 * history that hubs and edges know, and its revisions may stand for other content. Then a new epoch begins: all revisions
 * are raised above all that the earlier ones can have reached, so that everybody follows as after any change.
 *
 * <p>The database knows its epoch by where it is: the identity stored with the epoch is that of the cluster, its
 * timeline, the database, and the file of the table of environments. A copy of the row elsewhere does not match.
 */
@ApplicationScoped
public class DatabaseEpoch {
    /**
     * The identity of the database; null while it is being restored: foreign keys come last. The timeline is in the first
     * eight digits of the name of the present log file.
     */
    private static final String IDENTITY =
            """
            select concat_ws('/',
                       %s,
                       substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
                       (select oid from pg_database where datname = current_database()),
                       pg_relation_filenode(conrelid))
              from pg_constraint
             where conname = 'environment_project_fk' and conrelid = to_regclass('environment')
            """;

    private static final String CLUSTER = "(select system_identifier from pg_control_system())";
    private static final Logger LOG = Logger.getLogger(DatabaseEpoch.class.getName());

    @Inject
    EntityManager entities;

    @Inject
    Revisions revisions;

    @Inject
    Clock clock;

    private volatile @Nullable Boolean clusterReadable;

    /**
     * Whether the database has left the epoch that it is said to be in.
     *
     * @throws IllegalStateException if it is being restored at the moment
     */
    public boolean isOver() {
        return !identity().equals(storedIdentity());
    }

    /**
     * Refuses a database that is being restored at the moment: what is not there may come yet.
     *
     * @throws IllegalStateException if it is
     */
    public void requireWhole() {
        identity();
    }

    /** Begins a new epoch if the database has left the old one. Only under the publication lock. */
    public void renew() {
        String identity = identity();
        String stored = storedIdentity();
        if (identity.equals(stored)) {
            return;
        }
        entities.createNativeQuery(
                        "insert into database_epoch (epoch, identity, begun_at) values (cast(?1 as uuid), ?2, ?3)"
                                + " on conflict on constraint database_epoch_pk do update"
                                + " set epoch = excluded.epoch, identity = excluded.identity, begun_at = excluded.begun_at")
                .setParameter(1, UUID.randomUUID().toString())
                .setParameter(2, identity)
                .setParameter(3, Timestamp.from(clock.instant()))
                .executeUpdate();
        if (!stored.isEmpty()) {
            LOG.log(Level.WARNING, "The database was restored, copied or failed over: all revisions are raised.");
            revisions.raiseEverywhere(Revisions.leastOfEpoch(clock.instant()));
        }
    }

    private String identity() {
        return rows(IDENTITY.formatted(isClusterReadable() ? CLUSTER : "''")).stream()
                .findFirst()
                .map(String::valueOf)
                .orElseThrow(() -> new IllegalStateException("the database is being restored"));
    }

    private boolean isClusterReadable() {
        Boolean known = clusterReadable;
        if (known == null) {
            known = (Boolean)
                    entities.createNativeQuery("select has_function_privilege('pg_control_system()', 'execute')")
                            .getSingleResult();
            clusterReadable = known;
        }
        return known;
    }

    private String storedIdentity() {
        return rows("select identity from database_epoch").stream()
                .findFirst()
                .map(String::valueOf)
                .orElse("");
    }

    private List<?> rows(String statement) {
        return entities.createNativeQuery(statement).getResultList();
    }
}
