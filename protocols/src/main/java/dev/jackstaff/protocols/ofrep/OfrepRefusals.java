package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The refusals of keys without access.
 *
 * @param flagKey the requested flag; null if the request names none
 */
record OfrepRefusals(@Nullable String flagKey) implements Access.RefusalCases<Reply> {
    /** The refusals of requests that name no flag. */
    static final OfrepRefusals NO_FLAG = new OfrepRefusals(null);

    @Override
    public Reply unknown(String reason) {
        return reply(Reply.UNAUTHORIZED, reason).with("WWW-Authenticate", "Bearer");
    }

    @Override
    public Reply forbidden(String reason) {
        return reply(Reply.FORBIDDEN, reason);
    }

    @Override
    public Reply notReady(String reason) {
        return reply(Reply.UNAVAILABLE, reason).with("Retry-After", "1");
    }

    private Reply reply(int status, String reason) {
        return OfrepHandler.failure(status, flagKey, ErrorCode.GENERAL, reason);
    }
}
