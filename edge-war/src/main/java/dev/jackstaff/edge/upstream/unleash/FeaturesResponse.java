package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.engine.JsonText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server's response to a features request. */
sealed interface FeaturesResponse {
    /**
     * A new document.
     *
     * @param etag its entity tag; null if it has none
     * @param age the age of the server's own copy
     */
    record Document(JsonText text, @Nullable String etag, Duration age) implements FeaturesResponse {}

    /** The known document, unchanged. */
    record Unchanged(Duration age) implements FeaturesResponse {}

    /** A rejected token. */
    record Rejected(int status) implements FeaturesResponse {}
}
