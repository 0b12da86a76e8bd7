package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.RequestBody;
import jakarta.ws.rs.WebApplicationException;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;

/** The body of a Flagsmith request. */
final class FlagsmithRequestBody {
    private FlagsmithRequestBody() {}

    /** The response to a request whose body is read on demand; a body that is too large or incomplete is refused. */
    static Reply answer(InputStream body, Function<Supplier<byte[]>, Reply> handler) {
        try {
            return handler.apply(() -> RequestBody.read(body));
        } catch (WebApplicationException unreadable) {
            return FlagsmithRefusals.unreadableBody(unreadable);
        }
    }
}
