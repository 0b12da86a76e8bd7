package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;

/**
 * Which part of a list of flags to show.
 *
 * @param text as in {@link FlagQuery}
 * @param archived the archived ones, or the others
 * @param offset how many to skip
 * @param limit 1 to {@value FlagQuery#LONGEST}
 */
public record FlagFilter(String text, boolean archived, int offset, int limit) {
    public FlagFilter {
        if (offset < 0) {
            throw new DomainException.Invalid("offset", "an offset is not negative");
        }
        if (limit < 1 || limit > FlagQuery.LONGEST) {
            throw new DomainException.Invalid("limit", "a page has 1 to " + FlagQuery.LONGEST + " items");
        }
    }
}
