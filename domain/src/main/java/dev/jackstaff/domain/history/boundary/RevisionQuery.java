package dev.jackstaff.domain.history.boundary;

import dev.jackstaff.domain.DomainException;

/**
 * The criteria of a query of revisions, whose results are latest first.
 *
 * @param below limits the query to revisions below this one; {@link Long#MAX_VALUE} for the latest
 * @param limit 1 to {@value #MAX_LIMIT}
 */
public record RevisionQuery(long below, int limit) {
    public static final int MAX_LIMIT = 500;

    public RevisionQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new DomainException.Invalid("limit", "a page has 1 to " + MAX_LIMIT + " items");
        }
    }
}
