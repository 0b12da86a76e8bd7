package dev.jackstaff.protocols.http.coding;

import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.GzipCoding;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response that is compressed if it is worth it, which is decided when enough of it has been written or at its end.
 * A strong entity tag of a compressed response gets the suffix of its coding, because the same tag means the same bytes
 * (RFC 9110, section 8.8.3.3).
 */
final class CompressedResponse extends HttpServletResponseWrapper {
    private static final String CONTENT_LENGTH = "Content-Length";
    private static final String CONTENT_ENCODING = "Content-Encoding";
    private static final String TAG = "ETag";

    private final @Nullable String ifNoneMatch;
    private long length = -1;
    private boolean coded;
    private @Nullable String plainTag;
    private @Nullable CompressedBody body;
    private @Nullable PrintWriter writer;

    CompressedResponse(HttpServletResponse response, @Nullable String ifNoneMatch) {
        super(response);
        this.ifNoneMatch = ifNoneMatch;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body(), getCharacterEncoding()));
        }
        return writer;
    }

    private CompressedBody body() {
        if (body == null) {
            body = new CompressedBody(this);
        }
        return body;
    }

    /** The stream of the server, without compression. */
    ServletOutputStream serverStream() throws IOException {
        return super.getOutputStream();
    }

    /** Sets the headers of a response without compression. */
    void startPlain() {
        if (length >= 0) {
            super.setContentLengthLong(length);
        }
        String tag = getHeader(TAG);
        if (getStatus() == SC_NOT_MODIFIED
                && tag != null
                && EntityTags.contains(ifNoneMatch, EntityTags.compressed(tag))) {
            super.setHeader(TAG, EntityTags.compressed(tag)); // the client has the compressed form
        }
    }

    /** Sets the headers of a compressed response. */
    void startCompressed() {
        coded = true;
        super.setHeader(CONTENT_ENCODING, GzipCoding.NAME);
        plainTag = getHeader(TAG);
        if (plainTag != null) {
            super.setHeader(TAG, EntityTags.compressed(plainTag));
        }
    }

    /** Whether compression is possible, and makes the response smaller. */
    boolean isCompressible() {
        return !isCommitted()
                && getStatus() != SC_PARTIAL_CONTENT
                && !containsHeader(CONTENT_ENCODING)
                && CompressibleTypes.contains(getContentType());
    }

    /** Writes what was not written yet. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (body != null) {
            body.finish();
        } else if (!isCommitted()) {
            startPlain();
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (body != null) {
            body.flush();
        } else {
            startPlain(); // the headers alone are sent, and decide that the body is not compressed
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        discard();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        discard();
        super.resetBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        discard();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        discard();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        discard();
        super.sendRedirect(location);
    }

    private void discard() {
        length = -1;
        body = null;
        writer = null;
        if (coded && !isCommitted()) {
            withdrawCoding();
        }
    }

    /** Takes back what the discarded body said about its coding. Servers forget a header only with all others. */
    private void withdrawCoding() {
        int status = getStatus();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        getHeaderNames().forEach(name -> headers.put(name, List.copyOf(getHeaders(name))));
        super.reset();
        headers.remove(CONTENT_ENCODING);
        headers.forEach((name, values) -> values.forEach(value -> super.addHeader(name, value)));
        if (plainTag != null) {
            super.setHeader(TAG, plainTag);
        }
        setStatus(status);
        coded = false;
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (value != null && name.equalsIgnoreCase(CONTENT_LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(CONTENT_LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        if (name.equalsIgnoreCase(CONTENT_LENGTH)) {
            length = value;
        } else {
            super.setIntHeader(name, value);
        }
    }
}
