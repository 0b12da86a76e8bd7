package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.PageLimit;
import dev.jackstaff.domain.audit.AuditFilter;

/**
 * The criteria of an audit query, whose results are latest first.
 *
 * @param filter which entries are meant
 * @param before limits the query to entries older than that with this id; {@link Long#MAX_VALUE} for the latest
 * @param limit 1 to {@value PageLimit#MAX}
 */
public record AuditQuery(AuditFilter filter, long before, int limit) {
    public AuditQuery {
        PageLimit.check(limit);
    }

    /** A query for the entries of a project; empty for all. */
    public AuditQuery(String project, long before, int limit) {
        this(AuditFilter.ALL.withProject(project), before, limit);
    }

    public static AuditQuery latest(int limit) {
        return new AuditQuery(AuditFilter.ALL, Long.MAX_VALUE, limit);
    }
}
