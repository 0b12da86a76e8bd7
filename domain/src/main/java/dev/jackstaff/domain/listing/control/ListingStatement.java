package dev.jackstaff.domain.listing.control;

import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.control.HeldOffQuery;
import dev.jackstaff.domain.flag.control.StalenessQuery;
import dev.jackstaff.domain.listing.FlagFilter;
import dev.jackstaff.domain.listing.FlagMark;
import dev.jackstaff.domain.listing.FlagSort;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.ValueType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The statement that finds the flags of a list, with its parameters. Each condition and order adds what it needs, so that
 * the database does no work for what nobody asks. Not thread-safe.
 */
final class ListingStatement {
    /** The latest change of a flag and its settings; settings that nobody has changed since they exist do not count. */
    private static final String CHANGED =
            """
            cross join lateral (select greatest(f.updated_at, (select max(s.updated_at) from flag_state s
                where s.flag_id = f.id and s.version > 1)) as at) changed
            """;

    private static final String EVALUATED =
            """
            left join (select u.flag_id, sum(u.evaluations) as n from flag_usage u where u.hour >= cast(%s as timestamptz)
                group by u.flag_id) evaluated on evaluated.flag_id = f.id
            """;

    private final List<Object> parameters = new ArrayList<>();
    private final StringBuilder sources = new StringBuilder();
    private final StringBuilder conditions = new StringBuilder();
    private final ListingContext context;
    private final String project;
    private String tables = "";
    private boolean stale;
    private boolean changed;

    ListingStatement(ListingContext context) {
        this.context = context;
        project = "cast(" + parameter(context.project().id().toString()) + " as uuid)";
        conditions.append("f.project_id = ").append(project);
        parameter(context.lifetimes());
        parameter(Timestamp.from(context.now()));
        parameter(Timestamp.from(context.usageSince()));
    }

    /** The place of a value in the statement. */
    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    private String text(String value) {
        return "cast(" + parameter(value) + " as text)";
    }

    private void and(String condition) {
        conditions.append(" and ").append(condition);
    }

    ListingStatement matching(FlagFilter filter) {
        and((filter.marks().contains(FlagMark.ARCHIVED) ? "" : "not ") + "f.archived");
        if (!filter.text().isBlank()) {
            addText(filter.text());
        }
        addState(filter.environment(), filter.enabled());
        ValueType type = filter.type();
        if (type != null) {
            and("f.type = " + text(type.label()));
        }
        FlagKind kind = filter.kind();
        if (kind != null) {
            and("f.kind = " + text(kind.label()));
        }
        if (!filter.tag().isEmpty()) {
            and("f.tags @> jsonb_build_array(" + text(filter.tag()) + ")");
        }
        if (!filter.owner().isEmpty()) {
            and("f.owner = " + text(filter.owner()));
        }
        filter.marks().forEach(mark -> addMark(mark, filter.environment()));
        Instant since = filter.changedSince();
        if (since != null) {
            needChanges();
            and("changed.at >= cast(" + parameter(Timestamp.from(since)) + " as timestamptz)");
        }
        return this;
    }

    private void addText(String text) {
        String escaped = text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        String like = " like " + text("%" + escaped + "%") + " escape '\\'";
        and("(lower(f.key)" + like + " or lower(f.name)" + like + " or lower(f.description)" + like
                + " or lower(f.owner)" + like + " or lower(cast(f.tags as text))" + like + ")");
    }

    private void addState(@Nullable EnvironmentKey environment, @Nullable Boolean enabled) {
        if (environment != null && enabled != null) {
            and("exists (select from flag_state s join environment e on e.id = s.environment_id where s.flag_id = f.id"
                    + " and s.enabled = " + enabled + " and e.key = " + text(environment.value()) + ")");
        }
    }

    private void addMark(FlagMark mark, @Nullable EnvironmentKey environment) {
        switch (mark) {
            case MINE -> and(mine());
            case FAVOURITE -> and(favourite());
            case STALE -> {
                needStaleness();
                and(StalenessQuery.STALE);
            }
            case KILLED -> and(killed(environment));
            case HELD_OFF -> {
                tables = HeldOffQuery.tables("c.project_id = " + project, heldIn(environment)) + ", ";
                and("f.id in (select h.flag_id from held h)");
            }
            case ROLLING_OUT -> and(rollingOut(environment));
            case ARCHIVED -> {}
        }
    }

    private String mine() {
        return "lower(f.owner) in (select lower(x) from hub_user u cross join lateral (values (u.email), (u.name)) v(x)"
                + " where u.id = cast(" + parameter(context.user()) + " as uuid))";
    }

    private String favourite() {
        return "exists (select from favourite v where v.flag_id = f.id and v.user_id = cast("
                + parameter(context.user()) + " as uuid))";
    }

    private String killed(@Nullable EnvironmentKey environment) {
        return "exists (select from flag_restoration w join flag_state s on s.flag_id = w.flag_id"
                + " and s.environment_id = any(w.environment_ids) and not s.enabled"
                + place(environment) + " where w.flag_id = f.id and w.done_at is null)";
    }

    private String heldIn(@Nullable EnvironmentKey environment) {
        return environment == null
                ? "true"
                : "c.environment_id = (select e.id from environment e where e.project_id = " + project + " and e.key = "
                        + text(environment.value()) + ")";
    }

    private String rollingOut(@Nullable EnvironmentKey environment) {
        return "exists (select from flag_state s" + place(environment) + " where s.flag_id = f.id and s.rolling_out)";
    }

    private String place(@Nullable EnvironmentKey environment) {
        return environment == null
                ? ""
                : " join environment e on e.id = s.environment_id and e.key = " + text(environment.value());
    }

    private void needStaleness() {
        if (!stale) {
            stale = true;
            sources.append(StalenessQuery.SOURCES);
        }
    }

    private void needChanges() {
        if (!changed) {
            changed = true;
            sources.append(CHANGED);
        }
    }

    /** A statement of the ids of a page, in their order, with the number of all. */
    Query page(EntityManager entities, FlagSort sort, int offset, int limit) {
        String order =
                switch (sort) {
                    case KEY -> "f.key";
                    case CHANGED -> {
                        needChanges();
                        yield "changed.at desc, f.key";
                    }
                    case EVALUATIONS -> {
                        sources.append(EVALUATED.formatted(parameter(Timestamp.from(context.dayAgo()))));
                        yield "coalesce(evaluated.n, 0) desc, f.key";
                    }
                };
        String found = "select f.id, count(*) over () as total, row_number() over (order by " + order
                + ") as position from flag f " + sources + " where " + conditions + " order by position offset "
                + offset + " limit " + limit;
        return bound(
                entities,
                "with recursive " + tables + "found as materialized (" + found
                        + ") select cast(f.id as text), found.total, " + favourite()
                        + ", " + StalenessQuery.REASONS + ", "
                        + ListingColumns.all(parameter(Timestamp.from(context.dayAgo())))
                        + " from found join flag f on f.id = found.id " + StalenessQuery.SOURCES
                        + " order by found.position");
    }

    /** A statement of the numbers of the standard views. */
    Query counts(EntityManager entities) {
        return bound(
                entities,
                "select count(*) filter (where not f.archived), count(*) filter (where not f.archived and " + mine()
                        + "), count(*) filter (where not f.archived and " + rollingOut(null)
                        + "), count(*) filter (where not f.archived and " + killed(null)
                        + "), count(*) filter (where not f.archived and " + StalenessQuery.STALE
                        + "), count(*) filter (where f.archived) from flag f " + StalenessQuery.SOURCES + " where "
                        + conditions);
    }

    /** A parameter counts only if the statement has its place. */
    private Query bound(EntityManager entities, String sql) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
