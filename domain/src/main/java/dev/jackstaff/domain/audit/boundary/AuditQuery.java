package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.DomainException;

/**
 * The criteria of an audit query, whose results are latest first.
 *
 * @param project limits the query to a project; empty for all
 * @param before limits the query to entries older than that with this id; {@link Long#MAX_VALUE} for the latest
 * @param limit 1 to {@value #MAX_LIMIT}
 */
public record AuditQuery(String project, long before, int limit) {
    public static final int MAX_LIMIT = 500;

    public AuditQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new DomainException.Invalid("limit", "a page has 1 to " + MAX_LIMIT + " items");
        }
    }

    public static AuditQuery latest(int limit) {
        return new AuditQuery("", Long.MAX_VALUE, limit);
    }
}
