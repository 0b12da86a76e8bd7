package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditFilter;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The condition of a statement on entries, which are called {@code e}, with its positional parameters. Not thread-safe. */
public final class AuditCondition {
    private static final String GROUP_OF_CHANGE = "change-";

    /** All that somebody may search in. The address is left out: others than those who read all of the trail search too. */
    private static final String TEXT =
            "lower(concat_ws(' ', e.actor, e.key, e.reason, e.ticket, cast(e.before as text), cast(e.after as text)))"
                    + " like ? escape '\\'";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** The condition that a filter sets. */
    public static AuditCondition of(AuditFilter filter) {
        AuditCondition condition = new AuditCondition();
        condition.equal("e.actor", filter.actor());
        condition.equal("e.action", filter.action());
        condition.equal("e.resource", filter.resource());
        condition.equal("e.key", filter.key());
        if (!filter.flag().isEmpty()) {
            condition.add("e.resource in ('flag', 'flag state') and e.key = ?", filter.flag());
        }
        condition.equal("e.project", filter.project());
        condition.equal("e.environment", filter.environment());
        condition.group(filter.group());
        condition.time("e.at >= ?", filter.from());
        condition.time("e.at < ?", filter.to());
        if (!filter.text().isEmpty()) {
            condition.add(TEXT, "%" + filter.text().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return condition;
    }

    /** Adds a condition with one parameter. */
    public AuditCondition add(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
        return this;
    }

    /** Adds that the project is none, or one of these. */
    public AuditCondition inProjects(Collection<String> keys) {
        List<String> all = new ArrayList<>(keys);
        all.add("");
        conditions.add(all.stream().map(key -> "?").collect(Collectors.joining(",", "e.project in (", ")")));
        parameters.addAll(all);
        return this;
    }

    private void equal(String column, String value) {
        if (!value.isEmpty()) {
            add(column + " = ?", value);
        }
    }

    private void group(String group) {
        if (group.startsWith(GROUP_OF_CHANGE)) {
            String id = group.substring(GROUP_OF_CHANGE.length());
            add("e.change_id = ?", id.matches("\\d{1,18}") ? Long.parseLong(id) : -1L);
        } else {
            equal("e.request_id", group);
        }
    }

    private void time(String condition, @Nullable Instant time) {
        if (time != null) {
            add(condition, Timestamp.from(time));
        }
    }

    /** The condition as text, with a question mark for each parameter. */
    public String text() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    public List<Object> parameters() {
        return List.copyOf(parameters);
    }
}
