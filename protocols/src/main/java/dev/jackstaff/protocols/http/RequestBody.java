package dev.jackstaff.protocols.http;

import dev.jackstaff.protocols.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** A request's body, read whole up to a limit. */
public final class RequestBody {
    /** How many bytes a body may have, in this installation; a mebibyte unless it says otherwise. */
    public static final int MAX_BYTES = EdgeSettings.configured().number(EdgeSetting.BODY_LIMIT, 1_048_576);

    /** How much more is read and thrown away, so that the client can finish and then read its refusal. */
    private static final long LARGEST_LEFTOVER = 33_554_432;

    private RequestBody() {}

    /**
     * The body's bytes.
     *
     * @throws ClientErrorException 413, where there are more than {@link #MAX_BYTES}; 400, where the client went away or took
     *     too long
     */
    public static byte[] read(InputStream body) {
        return read(body, MAX_BYTES);
    }

    /** The body's bytes, up to another limit. */
    static byte[] read(InputStream body, int limit) {
        try {
            byte[] bytes = body.readNBytes(limit);
            if (bytes.length == limit && body.read() >= 0) {
                drain(body);
                throw new ClientErrorException(
                        "the body has more than " + limit + " bytes", Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException torn) {
            throw new BadRequestException("the body did not arrive whole", torn);
        }
    }

    /** Reads a body to its end, or as far as there is patience, and keeps nothing of it. */
    static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8_192];
        long left = LARGEST_LEFTOVER;
        int count = body.read(buffer);
        while (count > 0 && left > 0) {
            left -= count;
            count = body.read(buffer);
        }
    }
}
