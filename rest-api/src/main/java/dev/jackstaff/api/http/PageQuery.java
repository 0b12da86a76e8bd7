package dev.jackstaff.api.http;

import dev.jackstaff.domain.PageLimit;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that is asked for.
 *
 * @param limit the most items, 1 to 500; null for all
 * @param cursor the last item of the previous page; null for the beginning
 */
public record PageQuery(@Nullable String limit, @Nullable String cursor) {
    /** The most items of a list that has so many. */
    int most(int all) {
        if (limit == null) {
            return all;
        }
        int most = QueryParameters.limit(limit);
        PageLimit.check(most);
        return most;
    }
}
