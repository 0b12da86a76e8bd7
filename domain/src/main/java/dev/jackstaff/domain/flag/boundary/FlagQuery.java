package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.PageLimit;

/**
 * The criteria of a flag list (cursor paging), by key in ascending order.
 *
 * @param text part of the key, name, description or a whole tag, in any case; empty for all
 * @param archived true for the archived flags, false for the others
 * @param stale true for those that are stale or potentially stale only
 * @param cursor {@link FlagPage#next} of the page before; empty for the first
 * @param limit 1 to {@value PageLimit#MAX}
 */
public record FlagQuery(String text, boolean archived, boolean stale, String cursor, int limit) {
    public FlagQuery {
        PageLimit.check(limit);
    }

    /** The first page of all flags that are not archived. */
    public static FlagQuery first(int limit) {
        return new FlagQuery("", false, false, "", limit);
    }
}
