package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditNote;
import dev.jackstaff.domain.audit.Seal;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long the audit trail is kept. Its beginning is removed, as a whole, and an entry says so, which is sealed as every
 * other: without it, the chain would not hold.
 */
@ApplicationScoped
public class AuditRetention {
    /** The database removes nothing that is younger. */
    private static final Duration MIN_PERIOD = Duration.ofDays(30);

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtext('jackstaff.audit.retention'))";

    /** The last link before the first that is kept, whose entry is too young, or whose link is. */
    private static final String LAST_OLD =
            """
            select s.sequence, s.entry_id, s.digest, s.previous, s.hash, s.key_id, s.sealed_at from audit_seal s
            where s.sequence < (
                select min(y.sequence) from audit_seal y join audit_entry e on e.id = y.entry_id
                where e.at >= cast(?1 as timestamptz) or y.sealed_at >= cast(?1 as timestamptz))
            order by s.sequence desc limit 1
            """;

    @Inject
    EntityManager entities;

    @Inject
    AuditRecorder audit;

    @Inject
    Clock clock;

    private volatile Duration period = Duration.ZERO;

    /** Sets how long entries are kept; zero for ever. */
    public void configure(Duration time) {
        if (!time.isZero() && time.compareTo(MIN_PERIOD) < 0) {
            throw new IllegalArgumentException(
                    "JACKSTAFF_HUB_AUDIT_RETENTION must be 0 or at least " + MIN_PERIOD.toDays() + " days");
        }
        period = time;
    }

    /** Removes what is older, in the caller's transaction; does nothing while another hub does. */
    public void removeExpired() {
        if (period.isZero() || !(Boolean) entities.createNativeQuery(TRY_LOCK).getSingleResult()) {
            return;
        }
        Instant oldest = clock.instant().minus(period);
        List<?> rows = entities.createNativeQuery(LAST_OLD)
                .setParameter(1, Timestamp.from(oldest))
                .getResultList();
        if (!rows.isEmpty()) {
            remove(seal((Object[]) rows.get(0)));
        }
    }

    private void remove(Seal last) {
        audit.record(AuditAuthor.SYSTEM, RetentionMark.announcing(last), AuditNote.NONE);
        entities.flush();
        entities.createNativeQuery("select remove_audit_prefix(?1)")
                .setParameter(1, last.sequence())
                .getSingleResult();
    }

    private static Seal seal(Object[] row) {
        return new Seal(
                NativeColumns.number(row[0]),
                NativeColumns.number(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                NativeColumns.instant(row[6]));
    }
}
