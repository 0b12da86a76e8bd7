package dev.jackstaff.domain.usage.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.domain.usage.FlagUsageView;
import dev.jackstaff.domain.usage.ProjectUsageView;
import dev.jackstaff.domain.usage.UnknownFlagView;
import dev.jackstaff.domain.usage.UsageQuery;
import dev.jackstaff.engine.usage.EvaluationCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Queries of summed usage. Instants are read as seconds, which does not depend on the driver. */
@ApplicationScoped
public class UsageAggregates {
    private static final String AT =
            "select cast(extract(epoch from date_trunc(?5, u.hour, 'UTC')) as bigint), e.key, ";
    private static final String SUM = "cast(least(sum(u.evaluations), " + EvaluationCount.MAX_SUM + ") as bigint)";
    private static final String FROM = " from flag_usage u join environment e on e.id = u.environment_id"
            + " join flag f on f.id = u.flag_id where %s = cast(?1 as uuid) and u.hour >= ?2 and u.hour < ?3"
            + " and (cast(?4 as text) = '' or e.key = cast(?4 as text) collate \"C\")";

    /** The latest hour stands in each row; there is one row at least. */
    private static final String OF_FLAG =
            "select x.*, cast(extract(epoch from l.hour) as bigint) from (select max(hour) as hour from flag_usage"
                    + " where flag_id = cast(?1 as uuid)) l left join (" + AT
                    + "u.application, u.sdk, u.enabled, u.variant, " + SUM + FROM.formatted("u.flag_id")
                    + " group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6 limit ?6) x on true"
                    + " order by 1, 2, 3, 4, 5, 6";

    private static final String OF_PROJECT = AT + "f.key, u.enabled, " + SUM + FROM.formatted("f.project_id")
            + " group by 1, 2, 3, 4 order by 1, 2, 3, 4";

    private static final String UNKNOWN = "select u.name, e.key, u.application, u.sdk,"
            + " cast(extract(epoch from u.first_seen_at) as bigint), cast(extract(epoch from u.last_seen_at) as bigint),"
            + " u.evaluations from unknown_flag u join environment e on e.id = u.environment_id"
            + " where e.project_id = cast(?1 as uuid) and (?2 = '' or e.key = cast(?2 as text) collate \"C\")"
            + " and not exists (select from flag f where f.project_id = e.project_id and f.key = u.name)"
            + " order by u.last_seen_at desc, u.name, e.key";

    private static final String BY_VARIANT = "select u.variant, " + SUM
            + " from flag_usage u join environment e on e.id = u.environment_id join flag f on f.id = u.flag_id"
            + " join project p on p.id = f.project_id"
            + " where p.key = ?1 and f.key = ?2 and e.key = ?3 and u.hour >= ?4 group by 1 order by 1";

    @Inject
    EntityManager entities;

    /** The usage of a flag, and the latest hour in which it was evaluated at all. */
    public record OfFlag(List<FlagUsageView.Item> items, Optional<Instant> lastSeen) {
        public OfFlag {
            items = List.copyOf(items);
        }
    }

    public OfFlag ofFlag(UUID flag, UsageQuery query, int limit) {
        List<?> rows = query(OF_FLAG, flag, query).setParameter(6, limit).getResultList();
        List<FlagUsageView.Item> items = new ArrayList<>();
        Object latest = null;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            latest = columns[7];
            if (columns[0] != null) {
                items.add(item(columns));
            }
        }
        return new OfFlag(items, Optional.ofNullable(latest).map(UsageAggregates::instant));
    }

    private static FlagUsageView.Item item(Object[] columns) {
        return new FlagUsageView.Item(
                instant(columns[0]),
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                (boolean) columns[4],
                (String) columns[5],
                number(columns[6]));
    }

    public List<ProjectUsageView.Item> ofProject(Project project, UsageQuery query, int limit) {
        List<ProjectUsageView.Item> items = new ArrayList<>();
        List<?> rows =
                query(OF_PROJECT, project.id(), query).setMaxResults(limit).getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            items.add(new ProjectUsageView.Item(
                    instant(columns[0]),
                    (String) columns[1],
                    (String) columns[2],
                    (boolean) columns[3],
                    number(columns[4])));
        }
        return items;
    }

    private Query query(String statement, UUID id, UsageQuery query) {
        return entities.createNativeQuery(statement)
                .setParameter(1, id.toString())
                .setParameter(2, Timestamp.from(query.from()))
                .setParameter(3, Timestamp.from(query.to()))
                .setParameter(4, query.environment().map(EnvironmentKey::value).orElse(""))
                .setParameter(5, query.interval().label());
    }

    /** How often each variant of a flag was served in an environment since an hour; the empty key stands for none. */
    public Map<String, Long> byVariant(ProjectKey project, FlagKey flag, EnvironmentKey environment, Instant from) {
        List<?> rows = entities.createNativeQuery(BY_VARIANT)
                .setParameter(1, project.value())
                .setParameter(2, flag.value())
                .setParameter(3, environment.value())
                .setParameter(4, Timestamp.from(from))
                .getResultList();
        Map<String, Long> counts = new LinkedHashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> counts.put((String) row[0], number(row[1])));
        return counts;
    }

    /** The latest hour of each flag of a project that was ever evaluated, with one index look-up for each. */
    public List<ProjectUsageView.LastSeen> lastSeen(Project project) {
        List<?> rows = entities.createNativeQuery("select f.key, cast(extract(epoch from l.hour) as bigint) from flag f"
                        + " cross join lateral (select max(u.hour) as hour from flag_usage u where u.flag_id = f.id) l"
                        + " where f.project_id = cast(?1 as uuid) and l.hour is not null order by f.key")
                .setParameter(1, project.id().toString())
                .getResultList();
        List<ProjectUsageView.LastSeen> seen = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            seen.add(new ProjectUsageView.LastSeen((String) columns[0], instant(columns[1])));
        }
        return seen;
    }

    /** The names that were asked for and are no flags now, those seen last first. */
    public List<UnknownFlagView> unknown(Project project, String environment, int limit) {
        List<?> rows = entities.createNativeQuery(UNKNOWN)
                .setParameter(1, project.id().toString())
                .setParameter(2, environment)
                .setMaxResults(limit)
                .getResultList();
        List<UnknownFlagView> unknown = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            unknown.add(new UnknownFlagView(
                    (String) columns[0],
                    (String) columns[1],
                    (String) columns[2],
                    (String) columns[3],
                    instant(columns[4]),
                    instant(columns[5]),
                    number(columns[6])));
        }
        return unknown;
    }

    private static Instant instant(Object seconds) {
        return Instant.ofEpochSecond(number(seconds));
    }

    private static long number(Object number) {
        return NativeColumns.number(number);
    }
}
