package dev.jackstaff.protocols.cacheaside;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.Reply;

/** The refusals of keys without access. */
final class CacheAsideRefusals implements Access.RefusalCases<Reply> {
    @Override
    public Reply unknown(String reason) {
        return CacheAsideHandler.failure(Reply.UNAUTHORIZED, reason).with("WWW-Authenticate", "Bearer");
    }

    @Override
    public Reply forbidden(String reason) {
        return CacheAsideHandler.failure(Reply.FORBIDDEN, reason);
    }

    @Override
    public Reply notReady(String reason) {
        return CacheAsideHandler.failure(Reply.UNAVAILABLE, reason).with("Retry-After", "1");
    }
}
