package dev.jackstaff.protocols.http.coding;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The body of a response that is compressed from {@link #MIN_BYTES} on. Until then it is held back. */
final class CompressedBody extends ServletOutputStream {
    /** The minimum size of compressed bodies: a shorter one fits in one packet anyway. */
    static final int MIN_BYTES = 1_000;

    private final CompressedResponse response;
    private final byte[] start = new byte[MIN_BYTES];
    private int held;
    private @Nullable OutputStream out;
    private @Nullable GZIPOutputStream gzip;

    CompressedBody(CompressedResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (out == null && held + length < MIN_BYTES) {
            System.arraycopy(bytes, offset, start, held, length);
            held += length;
        } else {
            begun(true).write(bytes, offset, length);
        }
    }

    /** The stream behind this one, after what was held back. */
    private OutputStream begun(boolean largeEnough) throws IOException {
        if (out == null) {
            if (largeEnough && response.isCompressible()) {
                response.startCompressed();
                gzip = new GZIPOutputStream(response.serverStream());
                out = gzip;
            } else {
                response.startPlain();
                out = response.serverStream();
            }
            out.write(start, 0, held);
        }
        return out;
    }

    /** Sends what was written, unless it is held back for compression. */
    @Override
    public void flush() throws IOException {
        if (gzip == null && (out != null || !response.isCompressible())) {
            begun(false).flush();
        }
    }

    /** Ends the body, and leaves the connection as it is. */
    void finish() throws IOException {
        begun(false);
        if (gzip != null) {
            gzip.finish();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("only streams are written without blocking, and they are not compressed");
    }
}
