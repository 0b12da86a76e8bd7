package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.RequestBody;
import jakarta.ws.rs.WebApplicationException;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;

/** The body of a request. */
final class FlagsmithRequestBody {
    private FlagsmithRequestBody() {}

    /** What a body is answered with, which is taken in when it is asked for; one that is too large or torn is refused. */
    static Reply answer(InputStream body, Function<Supplier<byte[]>, Reply> answering) {
        try {
            return answering.apply(() -> RequestBody.read(body));
        } catch (WebApplicationException unread) {
            return FlagsmithRefusals.unreadableBody(unread);
        }
    }
}
