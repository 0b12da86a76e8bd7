package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The refusals of a key without access.
 *
 * @param key as the client presented it; null if it presented none
 */
record FlexflagRefusals(@Nullable String key) implements Access.RefusalCases<Reply> {
    @Override
    public Reply unknown(String reason) {
        return FlexflagHandler.failure(Reply.UNAUTHORIZED, key == null ? "API key required" : "Invalid API key")
                .with("WWW-Authenticate", "Bearer");
    }

    @Override
    public Reply forbidden(String reason) {
        return FlexflagHandler.failure(Reply.FORBIDDEN, reason);
    }

    @Override
    public Reply notReady(String reason) {
        return FlexflagHandler.failure(Reply.UNAVAILABLE, reason).with("Retry-After", "1");
    }
}
