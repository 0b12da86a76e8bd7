package dev.jackstaff.protocols;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** A request's body, read whole up to a limit. */
public final class RequestBody {
    /** How many bytes an evaluation request may have. */
    public static final int LARGEST = 1_048_576;

    /** How much more is read and thrown away, so that the client can finish and then read its refusal. */
    private static final long LARGEST_LEFTOVER = 32L * LARGEST;

    private RequestBody() {}

    /**
     * The body's bytes.
     *
     * @throws ClientErrorException 413, where there are more than {@link #LARGEST}; 400, where the client went away or took
     *     too long
     */
    public static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                drain(body);
                throw new ClientErrorException(
                        "the body has more than " + LARGEST + " bytes", Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException torn) {
            throw new BadRequestException("the body did not arrive whole", torn);
        }
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8_192];
        long left = LARGEST_LEFTOVER;
        int count = body.read(buffer);
        while (count > 0 && left > 0) {
            left -= count;
            count = body.read(buffer);
        }
    }
}
