package dev.jackstaff.protocols;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A request's body, read whole up to a limit. */
public final class RequestBody {
    /** How many bytes an evaluation request may have. */
    public static final int LARGEST = 1_048_576;

    private RequestBody() {}

    /**
     * The body's bytes.
     *
     * @throws ClientErrorException 413, where there are more than {@link #LARGEST}
     */
    public static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ClientErrorException(
                        "the body has more than " + LARGEST + " bytes", Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
