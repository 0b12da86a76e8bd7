package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.StalePolicy;
import dev.jackstaff.domain.flag.StaleReason;
import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The query for which flags are potentially stale: one statement for a page of flags, with a few index look-ups for each.
 *
 * <p>Usage is a reason only for flags that nobody has changed since: who works on a flag knows it. An environment in which no
 * flag was evaluated says nothing, because its applications may not report usage at all. A flag of a kind that lives for ever
 * may give one answer for ever.
 */
@ApplicationScoped
public class StalenessQuery {
    private static final String MARK = "coalesce(f.traits ->> 'stale' = 'true', false)";

    private static final String PAST_LIFETIME =
            "(k.days > 0 and f.created_at < cast(?3 as timestamptz) - make_interval(days => k.days))";

    private static final String NOT_EVALUATED =
            """
            (c.settled and a.variant is null and exists (
                select from flag_state s where s.flag_id = f.id and s.enabled and exists (
                    select from flag_usage u where u.environment_id = s.environment_id and u.hour >= ?4)))
            """;

    private static final String SAME_ANSWER =
            """
            (k.days > 0 and c.settled and a.variant is not null
                and exists (select from flag_usage u where u.flag_id = f.id and u.hour < ?4)
                and not exists (select from flag_usage u where u.flag_id = f.id and u.hour >= ?4
                    and (u.variant <> a.variant or u.enabled <> a.enabled)))
            """;

    /**
     * The columns that say why a flag {@code f} is stale, in the order of {@link #of(Object[], int)}. They need the
     * {@link #SOURCES} and the parameters 2 to 4: lifetimes by kind as JSON, the time now, and since when usage counts.
     */
    public static final String REASONS = MARK + "," + PAST_LIFETIME + "," + NOT_EVALUATED + "," + SAME_ANSWER;

    /** Whether a flag {@code f} is stale for any reason, with the same sources and parameters. */
    public static final String STALE =
            "(" + MARK + " or " + PAST_LIFETIME + " or " + NOT_EVALUATED + " or " + SAME_ANSWER + ")";

    /** What {@link #REASONS} are read from, after {@code from flag f}. */
    public static final String SOURCES =
            """
            cross join lateral (select cast(cast(?2 as jsonb) ->> f.kind as integer) as days) k
            cross join lateral (select f.updated_at < ?4 and not exists (
                select from flag_state s where s.flag_id = f.id and s.updated_at >= ?4) as settled) c
            left join lateral (select u.variant, u.enabled from flag_usage u
                where c.settled and u.flag_id = f.id and u.hour >= ?4 order by u.hour desc limit 1) a on true
            """;

    private static final String QUERY = "select cast(f.id as text)," + REASONS + " from flag f " + SOURCES
            + " where f.id = any(cast(?1 as uuid[])) and not f.archived";

    private static final String MARKED =
            """
            select key from flag
            where project_id = cast(?1 as uuid) and not archived and traits ->> 'stale' = 'true' order by key
            """;

    /** What the columns after the id say. */
    private static final List<StaleReason> COLUMNS =
            List.of(StaleReason.MARKED, StaleReason.PAST_LIFETIME, StaleReason.NOT_EVALUATED, StaleReason.SAME_ANSWER);

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** The keys of a project's flags that people have marked; archived flags are left out. */
    public List<FlagKey> marked(Project project) {
        return NativeColumns.texts(entities.createNativeQuery(MARKED)
                        .setParameter(1, project.id().toString())
                        .getResultList())
                .stream()
                .map(FlagKey::new)
                .toList();
    }

    /** Whether each of these flags is stale, by the id of the flag; archived flags are not. */
    public Map<UUID, Staleness> of(List<Flag> flags, StalePolicy policy) {
        Map<UUID, Staleness> found = new HashMap<>();
        if (flags.isEmpty()) {
            return found;
        }
        Instant now = clock.instant();
        List<?> rows = entities.createNativeQuery(QUERY)
                .setParameter(
                        1, flags.stream().map(flag -> flag.id().toString()).collect(Collectors.joining(",", "{", "}")))
                .setParameter(2, lifetimes(policy))
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, Timestamp.from(now.minus(Duration.ofDays(policy.usageDays()))))
                .getResultList();
        flags.forEach(flag -> found.put(flag.id(), Staleness.ACTIVE));
        rows.stream().map(Object[].class::cast).forEach(row -> found.put(UUID.fromString((String) row[0]), of(row, 1)));
        return found;
    }

    /** What the {@link #REASONS} of a row say, which begin at a column. */
    public static Staleness of(Object[] row, int first) {
        List<StaleReason> reasons = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (Boolean.TRUE.equals(row[first + i])) {
                reasons.add(COLUMNS.get(i));
            }
        }
        return new Staleness(reasons);
    }

    /** The lifetimes by kind, as a parameter. */
    public static String lifetimes(StalePolicy policy) {
        AuditJson json = new AuditJson();
        for (FlagKind kind : FlagKind.values()) {
            json.number(kind.label(), policy.lifetime(kind));
        }
        return json.toJson();
    }
}
