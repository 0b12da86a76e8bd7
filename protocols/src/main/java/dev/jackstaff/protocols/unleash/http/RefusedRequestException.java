package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.Reply;

/** A refused request, with the response. */
final class RefusedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    RefusedRequestException(Reply reply) {
        super(null, null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
