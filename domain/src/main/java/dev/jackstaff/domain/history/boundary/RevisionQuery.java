package dev.jackstaff.domain.history.boundary;

import dev.jackstaff.domain.PageLimit;

/**
 * The criteria of a query of revisions, whose results are latest first.
 *
 * @param below limits the query to revisions below this one; {@link Long#MAX_VALUE} for the latest
 * @param limit 1 to {@value PageLimit#MAX}
 */
public record RevisionQuery(long below, int limit) {
    public RevisionQuery {
        PageLimit.check(limit);
    }
}
