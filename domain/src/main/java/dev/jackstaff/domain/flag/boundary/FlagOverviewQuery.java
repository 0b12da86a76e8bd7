package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.PageLimit;

/**
 * The criteria of the flag overview (offset paging).
 *
 * @param text as in {@link FlagQuery}
 * @param archived true for the archived flags, false for the others
 * @param offset the number of flags to skip
 * @param limit 1 to {@value PageLimit#MAX}
 */
public record FlagOverviewQuery(String text, boolean archived, int offset, int limit) {
    public FlagOverviewQuery {
        if (offset < 0) {
            throw new DomainException.Invalid("offset", "must not be negative");
        }
        PageLimit.check(limit);
    }
}
