package dev.jackstaff.domain.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request, as it is given again.
 *
 * @param location the header of this name; null if there is none
 * @param entityTag the header {@code ETag}; likewise
 * @param contentType the type of the body; null if there is none
 * @param body null if it is too long to be stored; empty if there is none
 */
public record StoredAnswer(
        int status,
        @Nullable String location,
        @Nullable String entityTag,
        @Nullable String contentType,
        @Nullable String body) {
    /** The longest body that is stored, in characters. */
    public static final int MAX_BODY_LENGTH = 262_144;

    public StoredAnswer {
        body = body == null || body.length() > MAX_BODY_LENGTH ? null : body;
    }
}
