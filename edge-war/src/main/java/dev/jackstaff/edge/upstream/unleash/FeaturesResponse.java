package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.engine.JsonText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a server answers to who wants features. */
sealed interface FeaturesResponse {
    /**
     * A document that is news.
     *
     * @param etag its tag; null where it has none
     * @param age how old the server's own knowledge is
     */
    record Document(JsonText text, @Nullable String etag, Duration age) implements FeaturesResponse {}

    /** What is known is the newest there is. */
    record Unchanged(Duration age) implements FeaturesResponse {}

    /** The token opens nothing. */
    record Rejected(int status) implements FeaturesResponse {}
}
