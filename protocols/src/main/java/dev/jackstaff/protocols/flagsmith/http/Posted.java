package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.RequestBody;
import jakarta.ws.rs.WebApplicationException;
import java.io.InputStream;
import java.util.function.Function;

/** The body of a request. */
final class Posted {
    private Posted() {}

    /** What a body is answered with; one that is too large or did not arrive whole is refused. */
    static Reply answered(InputStream body, Function<byte[], Reply> answering) {
        byte[] bytes;
        try {
            bytes = RequestBody.read(body);
        } catch (WebApplicationException unread) {
            return Failure.unread(unread);
        }
        return answering.apply(bytes);
    }
}
