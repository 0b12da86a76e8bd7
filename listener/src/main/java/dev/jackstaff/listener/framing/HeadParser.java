package dev.jackstaff.listener.framing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parser of a head that has arrived whole: RFC 9112, sections 3, 5 and 6. It refuses everything that two servers
 * could understand differently.
 */
final class HeadParser {
    private static final int LINE_END = 2;
    private static final int MAX_LENGTH_DIGITS = 18;
    private static final int MAX_FIELDS = 100; // as many as the server takes
    private static final int EXPECTATION_FAILED = 417;
    private static final int FIELDS_TOO_LARGE = 431;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int VERSION_NOT_SUPPORTED = 505;
    private static final byte[] HTTP_11 = "HTTP/1.1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HTTP_10 = "HTTP/1.0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int from;
    private final int end;
    private final boolean webSockets;
    private final Map<HeadField, String> values = new EnumMap<>(HeadField.class);

    private HeadParser(byte[] bytes, int from, int end, boolean webSockets) {
        this.bytes = bytes;
        this.from = from;
        this.end = end;
        this.webSockets = webSockets;
    }

    /**
     * Parses a head.
     *
     * @param end after its empty line; each line feed within must follow a carriage return
     * @throws FramingException if it is malformed or ambiguous
     */
    static RequestHead parse(byte[] bytes, int from, int end, boolean webSockets) throws FramingException {
        return new HeadParser(bytes, from, end, webSockets).parse();
    }

    private RequestHead parse() throws FramingException {
        int lineEnd = lineEnd(from);
        int methodEnd = indexOf(' ', from, lineEnd);
        int targetEnd = indexOf(' ', methodEnd + 1, lineEnd);
        if (!HeadCharacters.isToken(bytes, from, methodEnd)
                || !HeadCharacters.isTarget(bytes, methodEnd + 1, targetEnd)
                || targetEnd + 1 >= lineEnd) {
            throw new FramingException("the request line is malformed");
        }
        boolean http11 = isHttp11(targetEnd + 1, lineEnd);
        int fields = 0;
        for (int line = lineEnd + LINE_END; line < end - LINE_END; line = lineEnd(line) + LINE_END) {
            if (++fields > MAX_FIELDS) {
                throw new FramingException(FIELDS_TOO_LARGE, "the head has more than " + MAX_FIELDS + " fields");
            }
            readField(line, lineEnd(line));
        }
        String method = text(from, methodEnd);
        if (method.equals("CONNECT")) {
            throw new FramingException(NOT_IMPLEMENTED, "the server is no proxy");
        }
        String path = path(methodEnd + 1, targetEnd);
        RequestTarget.check(path);
        return head(method, path, http11);
    }

    private boolean isHttp11(int start, int stop) throws FramingException {
        if (Arrays.equals(bytes, start, stop, HTTP_11, 0, HTTP_11.length)) {
            return true;
        }
        if (Arrays.equals(bytes, start, stop, HTTP_10, 0, HTTP_10.length)) {
            return false;
        }
        if (text(start, stop).matches("HTTP/\\d\\.\\d")) {
            throw new FramingException(VERSION_NOT_SUPPORTED, "the server speaks HTTP/1.1");
        }
        throw new FramingException("the request line is malformed");
    }

    private void readField(int start, int stop) throws FramingException {
        int colon = indexOf(':', start, stop);
        if (colon == stop
                || !HeadCharacters.isToken(bytes, start, colon)
                || !HeadCharacters.isValue(bytes, colon + 1, stop)) {
            throw new FramingException("a field of the head is malformed");
        }
        HeadField field = HeadField.of(bytes, start, colon);
        if (field == null) {
            return;
        }
        String value = value(colon + 1, stop);
        String earlier = values.get(field);
        if (earlier != null && (field == HeadField.CONTENT_LENGTH || field == HeadField.HOST)) {
            throw new FramingException("the head has two fields of which it may have one");
        }
        values.put(field, earlier == null ? value : earlier + ", " + value);
    }

    private RequestHead head(String method, String path, boolean http11) throws FramingException {
        boolean chunked = chunked(http11);
        long length = contentLength();
        boolean webSocket = http11
                && webSockets
                && method.equals("GET")
                && !chunked
                && length == 0
                && "websocket".equals(lowerCase(HeadField.UPGRADE));
        boolean rewritten = chunked
                || has(HeadField.EXPECT)
                || has(HeadField.TRAILER)
                || has(HeadField.HTTP2_SETTINGS)
                || (has(HeadField.UPGRADE) && !webSocket);
        return new RequestHead(
                end - from, method, path, length, chunked, expectsContinue(http11), closes(), webSocket, rewritten);
    }

    private boolean chunked(boolean http11) throws FramingException {
        String coding = lowerCase(HeadField.TRANSFER_ENCODING);
        if (coding == null) {
            return false;
        }
        if (has(HeadField.CONTENT_LENGTH) || !http11) {
            throw new FramingException("the request has a Transfer-Encoding and a Content-Length, or is of HTTP/1.0");
        }
        if (coding.equals("chunked")) {
            return true;
        }
        if (coding.endsWith("chunked") && coding.indexOf("chunked") == coding.lastIndexOf("chunked")) {
            throw new FramingException(NOT_IMPLEMENTED, "the server knows no transfer coding but chunked");
        }
        throw new FramingException("the request's last transfer coding is not chunked");
    }

    private long contentLength() throws FramingException {
        String text = values.get(HeadField.CONTENT_LENGTH);
        if (text == null) {
            return 0;
        }
        if (text.isEmpty()
                || text.length() > MAX_LENGTH_DIGITS
                || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new FramingException("the Content-Length is not a number");
        }
        return Long.parseLong(text);
    }

    private boolean expectsContinue(boolean http11) throws FramingException {
        String expectation = lowerCase(HeadField.EXPECT);
        if (expectation != null && !expectation.equals("100-continue")) {
            throw new FramingException(EXPECTATION_FAILED, "the server knows no expectation but 100-continue");
        }
        return expectation != null && http11;
    }

    private boolean closes() {
        String options = lowerCase(HeadField.CONNECTION);
        return options != null
                && (options.equals("close")
                        || Arrays.asList(options.split("[ \t]*,[ \t]*", -1)).contains("close"));
    }

    private boolean has(HeadField field) {
        return values.containsKey(field);
    }

    private @Nullable String lowerCase(HeadField field) {
        String value = values.get(field);
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    private int lineEnd(int start) {
        return indexOf('\n', start, end) - 1;
    }

    /** The first index of a character; the end if there is none. */
    private int indexOf(char character, int start, int stop) {
        int index = Math.min(start, stop);
        while (index < stop && bytes[index] != character) {
            index++;
        }
        return index;
    }

    private String path(int start, int stop) {
        return text(start, indexOf('?', start, stop));
    }

    private String value(int start, int stop) {
        int first = start;
        int last = stop;
        while (first < last && HeadCharacters.isBlank(bytes[first])) {
            first++;
        }
        while (last > first && HeadCharacters.isBlank(bytes[last - 1])) {
            last--;
        }
        return text(first, last);
    }

    private String text(int start, int stop) {
        return new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1);
    }
}
