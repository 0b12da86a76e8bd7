package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.RequestBody;
import jakarta.ws.rs.WebApplicationException;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;

/** The body of a request. */
final class Posted {
    private Posted() {}

    /** What a body is answered with, which is taken in when it is asked for; one that is too large or torn is refused. */
    static Reply answered(InputStream body, Function<Supplier<byte[]>, Reply> answering) {
        try {
            return answering.apply(() -> RequestBody.read(body));
        } catch (WebApplicationException unread) {
            return Failure.unread(unread);
        }
    }
}
