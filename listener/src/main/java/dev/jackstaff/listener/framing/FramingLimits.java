package dev.jackstaff.listener.framing;

/**
 * The limits of one request.
 *
 * @param maxHeadBytes the size of the request line and the fields together; as much may the extensions and trailers of
 *     a chunked body have
 * @param maxBodyBytes the size of a body that is kept; of a larger one only so much and one byte more is kept, so that
 *     it is still known to be too large
 * @param maxDiscardedBytes the number of bytes beyond it that are received and discarded before the request is refused
 * @param webSockets whether a connection may become a WebSocket
 */
public record FramingLimits(int maxHeadBytes, int maxBodyBytes, long maxDiscardedBytes, boolean webSockets) {
    private static final int DEFAULT_HEAD_BYTES = 16_384;
    private static final long DEFAULT_DISCARDED_BYTES = 33_554_432;

    /** Limits with the usual sizes of everything but the body. */
    public static FramingLimits ofBody(int maxBodyBytes, boolean webSockets) {
        return new FramingLimits(DEFAULT_HEAD_BYTES, maxBodyBytes, DEFAULT_DISCARDED_BYTES, webSockets);
    }
}
