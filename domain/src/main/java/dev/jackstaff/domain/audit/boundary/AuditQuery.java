package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.DomainException;

/**
 * Which entries to read, latest first.
 *
 * @param project only of this project; empty for all
 * @param before only older than the entry of this id; {@link Long#MAX_VALUE} for the latest
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
