package dev.jackstaff.listener.framing;

import java.util.Arrays;

/** The bytes of a connection that have arrived and were not used yet. An empty one holds no memory. */
final class InputBuffer {
    private static final byte[] EMPTY = {};

    private byte[] bytes = EMPTY;
    private int start;
    private int end;

    void append(byte[] source, int from, int count) {
        if (end + count > bytes.length) {
            byte[] larger = new byte[Math.max(length() + count, 2 * length())];
            System.arraycopy(bytes, start, larger, 0, length());
            end -= start;
            start = 0;
            bytes = larger;
        }
        System.arraycopy(source, from, bytes, end, count);
        end += count;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int length() {
        return end - start;
    }

    /** The bytes of memory that it holds. */
    int capacity() {
        return bytes.length;
    }

    /** Uses up a number of bytes, and returns them in memory of their own. */
    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, start, start + count);
        skip(count);
        return taken;
    }

    void skip(int count) {
        start += count;
        if (start == end) {
            clear();
        }
    }

    void clear() {
        bytes = EMPTY;
        start = 0;
        end = 0;
    }
}
