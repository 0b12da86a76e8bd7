package dev.jackstaff.protocols.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response in a protocol's own form, independent of JAX-RS and Servlet.
 *
 * @param headers including {@code Content-Type}, if the body is anything but JSON
 * @param body empty for none; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // written once, and copied by nobody on the hot path
public record Reply(int status, Map<String, String> headers, byte[] body) {
    public static final int OK = 200;
    public static final int ACCEPTED = 202;
    public static final int NO_CONTENT = 204;
    public static final int NOT_MODIFIED = 304;
    public static final int BAD_REQUEST = 400;
    public static final int UNAUTHORIZED = 401;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int UNAVAILABLE = 503;

    private static final String CONTENT_TYPE = "Content-Type";
    private static final byte[] EMPTY = {};

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, byte[] body) {
        return new Reply(status, Map.of(), body);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), EMPTY);
    }

    /** A copy of this response with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    /** This response for JAX-RS. */
    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        if (body.length > 0) {
            response.entity(body);
            if (!headers.containsKey(CONTENT_TYPE)) {
                response.type(MediaType.APPLICATION_JSON_TYPE);
            }
        }
        return response.build();
    }
}
