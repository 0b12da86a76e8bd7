package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.PageLimit;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.Scoped;

/**
 * The criteria of an audit query, whose results are latest first.
 *
 * @param project limits the query to a project; empty for all
 * @param before limits the query to entries older than that with this id; {@link Long#MAX_VALUE} for the latest
 * @param limit 1 to {@value PageLimit#MAX}
 */
public record AuditQuery(String project, long before, int limit) implements Scoped {
    public AuditQuery {
        PageLimit.check(limit);
    }

    @Override
    public PermissionScope in(PermissionScope outer) {
        return PermissionScope.project(project);
    }

    public static AuditQuery latest(int limit) {
        return new AuditQuery("", Long.MAX_VALUE, limit);
    }
}
