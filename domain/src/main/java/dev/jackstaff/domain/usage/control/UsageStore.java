package dev.jackstaff.domain.usage.control;

import dev.jackstaff.domain.usage.UnknownFlagView;
import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import dev.jackstaff.engine.usage.UsageEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The writing of usage to the database. */
@ApplicationScoped
public class UsageStore {
    /** The PostgreSQL advisory lock of the hub that removes expired usage: "jks" and 16 in ASCII. */
    private static final long CLEANUP_LOCK = 0x6A6B_7310L;

    private static final String ENTRIES =
            " from jsonb_to_recordset(cast(?1 as jsonb) -> 'entries') as x(environment text, application text, sdk text,"
                    + " flag text, enabled boolean, variant text, hour timestamptz, evaluations bigint)"
                    + " join project p on p.key = split_part(x.environment, '/', 1) collate \"C\""
                    + " join environment e on e.project_id = p.id"
                    + " and e.key = split_part(x.environment, '/', 2) collate \"C\"";

    private static final String ADD = "insert into flag_usage"
            + " (flag_id, environment_id, hour, enabled, variant, application, sdk, evaluations)"
            + " select f.id, e.id, least(x.hour, cast(?2 as timestamptz)), x.enabled, x.variant, x.application, x.sdk,"
            + " least(sum(x.evaluations), " + EvaluationCount.MAX_SUM + ")" + ENTRIES
            + " join flag f on f.project_id = p.id and f.key = x.flag collate \"C\""
            + " group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7"
            + " on conflict on constraint flag_usage_pk"
            + " do update set evaluations = least(flag_usage.evaluations + excluded.evaluations, "
            + EvaluationCount.MAX_SUM + ")";

    private static final String ADD_UNKNOWN = "insert into unknown_flag"
            + " (environment_id, name, application, sdk, first_seen_at, last_seen_at, evaluations)"
            + " select e.id, x.flag, max(x.application), max(x.sdk), min(least(x.hour, cast(?2 as timestamptz))),"
            + " max(least(x.hour, cast(?2 as timestamptz))), least(sum(x.evaluations), " + EvaluationCount.MAX_SUM + ")"
            + ENTRIES
            + " where not exists (select from flag f where f.project_id = p.id and f.key = x.flag collate \"C\")"
            + " and ((select count(*) from unknown_flag u where u.environment_id = e.id) < " + UnknownFlagView.MOST
            + " or exists (select from unknown_flag u where u.environment_id = e.id and u.name = x.flag collate \"C\"))"
            + " group by 1, 2 order by 1, 2"
            + " on conflict on constraint unknown_flag_pk do update set application = excluded.application,"
            + " sdk = excluded.sdk, first_seen_at = least(unknown_flag.first_seen_at, excluded.first_seen_at),"
            + " last_seen_at = greatest(unknown_flag.last_seen_at, excluded.last_seen_at),"
            + " evaluations = least(unknown_flag.evaluations + excluded.evaluations, " + EvaluationCount.MAX_SUM + ")";

    @Inject
    EntityManager entities;

    /**
     * Records a batch id. While another hub records the same, this waits for it, but never long: edges try again.
     *
     * @return false if it was recorded before
     */
    public boolean recordBatch(UsageBatch batch, Instant now) {
        entities.createNativeQuery("select set_config('lock_timeout', '5s', true)")
                .getSingleResult();
        return entities.createNativeQuery("insert into usage_batch (edge, sequence, taken_at, dropped)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, batch.edge())
                        .setParameter(2, batch.sequence())
                        .setParameter(3, Timestamp.from(now))
                        .setParameter(4, batch.dropped())
                        .executeUpdate()
                > 0;
    }

    /**
     * Adds to the counts, those of flags that do not exist apart. Each with one statement, in the order of the key, so
     * that hubs doing so at the same time do not deadlock.
     */
    public void addCounts(List<UsageEntry> entries, Instant now) {
        if (!entries.isEmpty()) {
            byte[] document = UsageBatchCodec.write(new UsageBatch("hub", 0, now, 0, entries, List.of()));
            for (String statement : List.of(ADD, ADD_UNKNOWN)) {
                entities.createNativeQuery(statement)
                        .setParameter(1, new String(document, StandardCharsets.UTF_8))
                        .setParameter(2, Timestamp.from(now.truncatedTo(ChronoUnit.HOURS)))
                        .executeUpdate();
            }
        }
    }

    /** Takes the lock for removing expired usage until the transaction ends; false if another hub has it. */
    public boolean tryLockCleanup() {
        return (boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                .setParameter(1, CLEANUP_LOCK)
                .getSingleResult();
    }

    public void removeUsageBefore(Instant oldest) {
        for (String expired :
                List.of("delete from flag_usage where hour < ?1", "delete from unknown_flag where last_seen_at < ?1")) {
            entities.createNativeQuery(expired)
                    .setParameter(1, Timestamp.from(oldest))
                    .executeUpdate();
        }
    }

    public void removeBatchesBefore(Instant oldest) {
        entities.createNativeQuery("delete from usage_batch where taken_at < ?1")
                .setParameter(1, Timestamp.from(oldest))
                .executeUpdate();
    }
}
