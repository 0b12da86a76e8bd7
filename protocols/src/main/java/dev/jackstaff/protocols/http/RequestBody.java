package dev.jackstaff.protocols.http;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request, read as a whole up to a limit. */
public final class RequestBody {
    /** The maximum size of a body in bytes, as configured; one mebibyte by default. */
    public static final int MAX_BYTES = EdgeSettings.configured().number(ProtocolSetting.BODY_LIMIT, 1_048_576);

    /**
     * The maximum number of further bytes that are read and discarded, so that the client can finish and then read its
     * refusal.
     */
    private static final long MAX_DRAINED_BYTES = 33_554_432;

    private RequestBody() {}

    /**
     * The body's bytes.
     *
     * @throws ClientErrorException 413 if there are more than {@link #MAX_BYTES}; 400 if the client disconnected or
     *     took too long, or if the body is not in its content coding
     */
    public static byte[] read(InputStream body) {
        return read(body, MAX_BYTES);
    }

    /** The body's bytes, up to another limit. */
    public static byte[] read(InputStream body, int limit) {
        try {
            byte[] bytes = body.readNBytes(limit);
            if (bytes.length == limit && body.read() >= 0) {
                drain(body);
                throw new ClientErrorException(
                        "the request body is larger than " + limit + " bytes",
                        Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (MalformedBodyException malformed) {
            throw new BadRequestException(malformed.sentence(), malformed);
        } catch (IOException incomplete) {
            throw new BadRequestException("the request body ended early or timed out", incomplete);
        }
    }

    /** Reads and discards a body, to its end or up to a limit. */
    static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8_192];
        long left = MAX_DRAINED_BYTES;
        int count = body.read(buffer);
        while (count > 0 && left > 0) {
            left -= count;
            count = body.read(buffer);
        }
    }
}
