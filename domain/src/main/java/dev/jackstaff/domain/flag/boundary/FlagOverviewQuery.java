package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;

/**
 * Which part of a list of flags to show.
 *
 * @param text as in {@link FlagQuery}
 * @param archived the archived ones, or the others
 * @param offset how many to skip
 * @param limit 1 to {@value FlagQuery#MAX_LIMIT}
 */
public record FlagOverviewQuery(String text, boolean archived, int offset, int limit) {
    public FlagOverviewQuery {
        if (offset < 0) {
            throw new DomainException.Invalid("offset", "an offset is not negative");
        }
        if (limit < 1 || limit > FlagQuery.MAX_LIMIT) {
            throw new DomainException.Invalid("limit", "a page has 1 to " + FlagQuery.MAX_LIMIT + " items");
        }
    }
}
