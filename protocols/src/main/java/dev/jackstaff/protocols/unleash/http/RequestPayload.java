package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.RequestBody;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A request body, read once on demand, after the key was checked, so that bodies of callers without access are not read. */
final class RequestPayload {
    private final InputStream stream;

    private RequestPayload(InputStream stream) {
        this.stream = stream;
    }

    /** A complete body. */
    static RequestPayload of(byte[] body) {
        return new RequestPayload(new ByteArrayInputStream(body));
    }

    /** The body of an incoming request, already decoded. */
    static RequestPayload of(InputStream body) {
        return new RequestPayload(body);
    }

    byte[] bytes() throws RefusedRequestException {
        try {
            return RequestBody.read(stream);
        } catch (WebApplicationException refused) {
            throw new RefusedRequestException(UnleashAccess.refusal(refused));
        }
    }
}
