package dev.jackstaff.api.http;

import dev.jackstaff.domain.history.boundary.RevisionQuery;
import org.jspecify.annotations.Nullable;

/** The parsing of the query of lists that begin with the latest. */
public final class RevisionQueryParser {
    private RevisionQueryParser() {}

    public static RevisionQuery parse(@Nullable String cursor, @Nullable String limit) {
        return new RevisionQuery(
                cursor == null ? Long.MAX_VALUE : QueryParameters.number("cursor", cursor),
                QueryParameters.limit(limit));
    }

    /** The cursor of the next page: the number of the last item; null if the page is not full. */
    public static @Nullable String next(int items, int limit, long last) {
        return items < limit ? null : Long.toString(last);
    }
}
