package dev.jackstaff.protocols.http.coding;

import dev.jackstaff.protocols.http.MalformedBodyException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read decoded. It has neither Content-Encoding nor Content-Length, which describe the body as
 * it was sent. Decoding starts with the first read, so that no body is decoded that nobody wants.
 */
final class DecodedRequest extends HttpServletRequestWrapper {
    private static final Set<String> HIDDEN = Set.of("content-encoding", "content-length");

    private final RequestCoding coding;
    private @Nullable DecodedStream stream;

    DecodedRequest(HttpServletRequest request, RequestCoding coding) {
        super(request);
        this.coding = coding;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new DecodedStream(super.getInputStream(), coding);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String charset = getCharacterEncoding();
        return new BufferedReader(
                charset == null
                        ? new InputStreamReader(getInputStream(), StandardCharsets.UTF_8)
                        : new InputStreamReader(getInputStream(), charset));
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(DecodedRequest::isHidden);
        return Collections.enumeration(names);
    }

    @Override
    public int getIntHeader(String name) {
        return isHidden(name) ? -1 : super.getIntHeader(name);
    }

    private static boolean isHidden(String name) {
        return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Frees the decoder. */
    void close() throws IOException {
        if (stream != null) {
            stream.free();
        }
    }

    /** The decoded bytes, up to a limit that is greater than that of every route. */
    private static final class DecodedStream extends ServletInputStream {
        private static final long MAX_BYTES = 64L * 1_048_576;

        private final ServletInputStream packed;
        private final RequestCoding coding;
        private @Nullable InputStream decoded;
        private long count;
        private boolean finished;

        DecodedStream(ServletInputStream packed, RequestCoding coding) {
            this.packed = packed;
            this.coding = coding;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int read = decoded().read(bytes, offset, length);
                finished = read < 0;
                count += Math.max(0, read);
                if (count > MAX_BYTES) {
                    throw new MalformedBodyException("the body has more than " + MAX_BYTES + " bytes when decoded");
                }
                return read;
            } catch (ZipException | EOFException malformed) {
                throw new MalformedBodyException("the body is not complete " + name() + " data", malformed);
            }
        }

        private InputStream decoded() throws IOException {
            if (decoded == null) {
                decoded = coding.decode(packed);
            }
            return decoded;
        }

        private String name() {
            return coding.name().toLowerCase(Locale.ROOT);
        }

        /** Positive until the end, because some callers read a byte where nothing is available, and cannot fail. */
        @Override
        public int available() {
            return finished ? 0 : 1;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("an encoded body is read with blocking calls only");
        }

        private void free() throws IOException {
            if (decoded != null) {
                decoded.close();
            }
        }
    }
}
