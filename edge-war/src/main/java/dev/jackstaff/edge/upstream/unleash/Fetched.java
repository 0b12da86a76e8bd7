package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.engine.JsonText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a server answers to who wants features. */
sealed interface Fetched {
    /**
     * A document that is news.
     *
     * @param etag its tag; null where it has none
     * @param age how old the server's own knowledge is
     */
    record Document(JsonText text, @Nullable String etag, Duration age) implements Fetched {}

    /** What is known is the newest there is. */
    record Unchanged(Duration age) implements Fetched {}

    /** The token opens nothing. */
    record Refused(int status) implements Fetched {}
}
