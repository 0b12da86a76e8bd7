package dev.jackstaff.protocols.http.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A decoded body of the coding deflate: a zlib stream (RFC 1950), or the deflate data alone (RFC 1951), which some
 * clients send. Nothing may follow it.
 */
final class DeflateBody extends InflaterInputStream {
    private static final int ZLIB_METHOD = 8;
    private static final int ZLIB_CHECK = 31;

    private DeflateBody(InputStream body, Inflater inflater) {
        super(body, inflater);
    }

    static DeflateBody of(InputStream body) throws IOException {
        PushbackInputStream start = new PushbackInputStream(body, 2);
        byte[] head = start.readNBytes(2);
        start.unread(head);
        return new DeflateBody(start, new Inflater(!isZlib(head)));
    }

    private static boolean isZlib(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int first = Byte.toUnsignedInt(head[0]);
        return (first & 0x0f) == ZLIB_METHOD && (first << 8 | Byte.toUnsignedInt(head[1])) % ZLIB_CHECK == 0;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0 && (inf.getRemaining() > 0 || in.read() >= 0)) {
            throw new ZipException("content after the end of the deflate data");
        }
        return count;
    }

    /** Frees the decoder, and leaves the connection as it is. */
    @Override
    public void close() {
        inf.end();
    }
}
