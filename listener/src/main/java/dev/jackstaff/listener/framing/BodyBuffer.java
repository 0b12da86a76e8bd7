package dev.jackstaff.listener.framing;

import java.util.Arrays;

/** A body as it arrives. It keeps one byte more than the limit; what is beyond is only counted. */
final class BodyBuffer {
    private static final int TOO_LARGE = 413;

    private final FramingLimits limits;
    private byte[] bytes = {};
    private int length;
    private long received;

    BodyBuffer(FramingLimits limits) {
        this.limits = limits;
    }

    /** @throws FramingException 413 if far more than the limit has arrived */
    void append(byte[] source, int from, int count) throws FramingException {
        received += count;
        if (received - limits.maxBodyBytes() > limits.maxDiscardedBytes()) {
            throw new FramingException(TOO_LARGE, "the request body is far too large");
        }
        int kept = (int) Math.min(count, limits.maxBodyBytes() + 1L - length);
        if (length + kept > bytes.length) {
            long doubled = Math.min(2L * bytes.length, limits.maxBodyBytes() + 1L);
            bytes = Arrays.copyOf(bytes, (int) Math.max(length + kept, doubled));
        }
        System.arraycopy(source, from, bytes, length, kept);
        length += kept;
    }

    long received() {
        return received;
    }

    int length() {
        return length;
    }

    /** The bytes of memory that it holds. */
    int capacity() {
        return bytes.length;
    }

    boolean isTooLarge() {
        return length > limits.maxBodyBytes();
    }

    /** A request with this body after a head. */
    byte[] after(byte[] head) {
        byte[] request = Arrays.copyOf(head, head.length + length);
        System.arraycopy(bytes, 0, request, head.length, length);
        return request;
    }
}
