package dev.jackstaff.domain.history.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How long history is kept. The newest revision of each environment and project always is, with the versions that it holds;
 * so are versions that hold since before the oldest revision that is kept.
 */
@ApplicationScoped
public class HistoryRetention {
    /** The statements, in their order: revisions first, then the versions that none of those left holds. */
    private static final List<String> REMOVALS = List.of(
            """
            delete from environment_revision r where r.at < cast(?1 as timestamptz) and exists (
                select 1 from environment_revision newer
                where newer.environment_id = r.environment_id and newer.revision > r.revision)
            """,
            """
            delete from project_revision r where r.at < cast(?1 as timestamptz) and exists (
                select 1 from project_revision newer
                where newer.project_id = r.project_id and newer.revision > r.revision)
            and not exists (
                select 1 from environment_revision e join environment of_project on of_project.id = e.environment_id
                where of_project.project_id = r.project_id and e.project_revision <= r.revision)
            """,
            """
            delete from flag_state_version v using (
                select environment_id, min(revision) as oldest from environment_revision group by environment_id) kept
            where v.environment_id = kept.environment_id and cast(?1 as timestamptz) is not null and exists (
                select 1 from flag_state_version later where later.environment_id = v.environment_id
                and later.flag_id = v.flag_id and later.revision > v.revision and later.revision <= kept.oldest)
            """,
            """
            delete from flag_version v using (
                select project_id, min(revision) as oldest from project_revision group by project_id) kept
            where v.project_id = kept.project_id and cast(?1 as timestamptz) is not null and (
                v.deleted and v.project_revision <= kept.oldest or exists (
                    select 1 from flag_version later where later.project_id = v.project_id
                    and later.flag_id = v.flag_id and later.project_revision > v.project_revision
                    and later.project_revision <= kept.oldest))
            """,
            """
            delete from segment_version v using (
                select project_id, min(revision) as oldest from project_revision group by project_id) kept
            where v.project_id = kept.project_id and cast(?1 as timestamptz) is not null and (
                v.deleted and v.project_revision <= kept.oldest or exists (
                    select 1 from segment_version later where later.project_id = v.project_id
                    and later.segment_id = v.segment_id and later.project_revision > v.project_revision
                    and later.project_revision <= kept.oldest))
            """,
            """
            delete from context_attribute_version v using (
                select project_id, min(revision) as oldest from project_revision group by project_id) kept
            where v.project_id = kept.project_id and cast(?1 as timestamptz) is not null and (
                v.deleted and v.project_revision <= kept.oldest or exists (
                    select 1 from context_attribute_version later where later.project_id = v.project_id
                    and later.name = v.name and later.project_revision > v.project_revision
                    and later.project_revision <= kept.oldest))
            """,
            """
            delete from project_version v using (
                select project_id, min(revision) as oldest from project_revision group by project_id) kept
            where v.project_id = kept.project_id and cast(?1 as timestamptz) is not null and exists (
                select 1 from project_version later where later.project_id = v.project_id
                and later.project_revision > v.project_revision and later.project_revision <= kept.oldest)
            """,
            """
            delete from environment_version v using environment e, (
                select project_id, min(revision) as oldest from project_revision group by project_id) kept
            where e.id = v.environment_id and e.project_id = kept.project_id and cast(?1 as timestamptz) is not null
            and exists (
                select 1 from environment_version later where later.environment_id = v.environment_id
                and later.project_revision > v.project_revision and later.project_revision <= kept.oldest)
            """,
            """
            delete from flag_state_version v using environment e
            where e.id = v.environment_id and cast(?1 as timestamptz) is not null and not exists (
                select 1 from flag_version f where f.project_id = e.project_id and f.flag_id = v.flag_id)
            """,
            "delete from change where at < cast(?1 as timestamptz)");

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtext('jackstaff.history'))";

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private volatile Duration period = Duration.ZERO;

    /** Sets how long history is kept; zero for ever. */
    public void configure(Duration time) {
        period = time;
    }

    /** Removes what is older, in the caller's transaction; does nothing while another hub does. */
    public void removeExpired() {
        if (period.isZero() || period.isNegative() || !isLocked()) {
            return;
        }
        Timestamp oldest = Timestamp.from(clock.instant().minus(period));
        for (String removal : REMOVALS) {
            entities.createNativeQuery(removal).setParameter(1, oldest).executeUpdate();
        }
    }

    private boolean isLocked() {
        return (Boolean) entities.createNativeQuery(TRY_LOCK).getSingleResult();
    }
}
