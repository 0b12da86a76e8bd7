package dev.jackstaff.listener.framing;

import org.jspecify.annotations.Nullable;

/**
 * The assembler of one connection's requests: bytes go in as they arrive, whole requests come out, one by one.
 *
 * <p>Each request is in memory of its own, with a body that has a length: chunks are joined, and fields that concern the
 * connection alone are left out. So the server never sees a part of a request, nor two at once. After a request that is
 * refused, or that is the last, nothing more is a request. Not thread-safe.
 */
public final class RequestAssembler {
    private static final int HEAD_TOO_LARGE = 431;
    private static final int BODY_TOO_LARGE = 413;
    private static final int LINE_END = 2;

    private final FramingLimits limits;
    private final InputBuffer input = new InputBuffer();
    private int scanned;
    private int lineStart;
    private @Nullable RequestHead head;
    private byte[] headBytes = {};
    private @Nullable BodyBuffer body;
    private @Nullable ChunkDecoder chunks;
    private boolean continueDue;
    private boolean ended;
    private HeadExcerpt refusedHead = HeadExcerpt.of(headBytes, 0, 0);

    public RequestAssembler(FramingLimits limits) {
        this.limits = limits;
    }

    /** Takes bytes that have arrived; they are copied. */
    public void append(byte[] bytes, int from, int count) {
        if (!ended) {
            input.append(bytes, from, count);
        }
    }

    /**
     * The next request; null if it has not arrived whole.
     *
     * @throws FramingException if it must be refused, and the connection closed
     */
    public @Nullable AssembledRequest next() throws FramingException {
        try {
            RequestHead found = head == null ? findHead() : head;
            return found == null ? null : assemble(found);
        } catch (FramingException refused) {
            refusedHead = excerpt();
            end();
            throw refused;
        }
    }

    /** Whether the client waits for {@code 100 Continue} now; true once for each request. */
    public boolean pollContinue() {
        boolean due = continueDue;
        continueDue = false;
        return due;
    }

    /** Whether bytes have arrived that were not passed on. */
    public boolean hasInput() {
        return input.length() > 0 || head != null;
    }

    /** The bytes of the unfinished request that have arrived so far, kept or not. */
    public long receivedBytes() {
        return input.length() + headBytes.length + (body == null ? 0 : body.received());
    }

    /** The bytes of memory that are held for requests that have not arrived whole. */
    public int heldBytes() {
        return input.capacity() + headBytes.length + (body == null ? 0 : body.capacity());
    }

    /** What is known of the request that is refused, or has not arrived whole. */
    public HeadExcerpt excerpt() {
        if (ended) {
            return refusedHead;
        }
        return headBytes.length > 0
                ? HeadExcerpt.of(headBytes, 0, headBytes.length)
                : HeadExcerpt.of(input.bytes(), input.start(), Math.min(input.length(), limits.maxHeadBytes()));
    }

    /** Everything that has arrived, for a connection that is no longer of HTTP. */
    public byte[] takeInput() {
        return input.take(input.length());
    }

    /** Discards what has arrived, and all that arrives later. */
    public void end() {
        ended = true;
        input.clear();
        resetRequest();
    }

    private @Nullable RequestHead findHead() throws FramingException {
        skipEmptyLines();
        if (input.length() == 1 && input.bytes()[input.start()] == '\r') {
            return null; // half of an empty line
        }
        int end = headEnd();
        if (end < 0) {
            if (input.length() > limits.maxHeadBytes()) {
                throw new FramingException(HEAD_TOO_LARGE, "the head of the request is too large");
            }
            return null;
        }
        if (end - input.start() > limits.maxHeadBytes()) {
            throw new FramingException(HEAD_TOO_LARGE, "the head of the request is too large");
        }
        return HeadParser.parse(input.bytes(), input.start(), end, limits.webSockets());
    }

    /** Skips empty lines before a request (RFC 9112, 2.2). */
    private void skipEmptyLines() {
        while (scanned == 0
                && input.length() >= LINE_END
                && input.bytes()[input.start()] == '\r'
                && input.bytes()[input.start() + 1] == '\n') {
            input.skip(LINE_END);
        }
    }

    /** The index after the empty line that ends a head; -1 if it has not arrived. */
    private int headEnd() throws FramingException {
        byte[] bytes = input.bytes();
        for (int i = input.start() + scanned; i < input.end(); i++) {
            if (bytes[i] == '\n') {
                int line = i - input.start();
                if (line == 0 || bytes[i - 1] != '\r') {
                    throw new FramingException("a line of the head does not end with CR LF");
                }
                if (line - lineStart == 1 && lineStart > 0) {
                    return i + 1;
                }
                lineStart = line + 1;
            }
        }
        scanned = input.length();
        return -1;
    }

    private @Nullable AssembledRequest assemble(RequestHead found) throws FramingException {
        if (head == null
                && !found.rewritten()
                && !found.ignoresBody()
                && found.contentLength() <= limits.maxBodyBytes()
                && found.length() + found.contentLength() <= input.length()) {
            byte[] whole = input.take(found.length() + (int) found.contentLength());
            return finish(found, whole, found.closes());
        }
        if (head == null) {
            begin(found);
        }
        return receiveBody(found) ? finish(found) : null;
    }

    private void begin(RequestHead found) throws FramingException {
        if (found.contentLength() - limits.maxBodyBytes() > limits.maxDiscardedBytes()) {
            throw new FramingException(BODY_TOO_LARGE, "the request body is far too large");
        }
        head = found;
        headBytes = input.take(found.length());
        body = new BodyBuffer(limits);
        chunks = found.chunked() ? new ChunkDecoder(limits.maxHeadBytes()) : null;
        continueDue = found.expectsContinue() && found.hasBody() && input.length() == 0;
    }

    /** Receives what has arrived of the body; returns whether it is whole. */
    private boolean receiveBody(RequestHead found) throws FramingException {
        BodyBuffer receiving = body;
        if (receiving == null) {
            throw new IllegalStateException("no request has begun");
        }
        ChunkDecoder decoder = chunks;
        if (decoder != null) {
            input.skip(decoder.decode(input.bytes(), input.start(), input.end(), receiving) - input.start());
            return decoder.isDone();
        }
        int count = (int) Math.min(input.length(), found.contentLength() - receiving.received());
        receiving.append(input.bytes(), input.start(), count);
        input.skip(count);
        return receiving.received() == found.contentLength();
    }

    private AssembledRequest finish(RequestHead found) {
        BodyBuffer received = found.ignoresBody() || body == null ? new BodyBuffer(limits) : body;
        boolean last = found.closes() || received.isTooLarge();
        boolean rewritten = found.rewritten() || last || found.ignoresBody();
        byte[] written = rewritten ? HeadWriter.write(headBytes, received.length(), last) : headBytes;
        return finish(found, received.after(written), last);
    }

    private AssembledRequest finish(RequestHead found, byte[] whole, boolean last) {
        resetRequest();
        if (last) {
            end();
        }
        return new AssembledRequest(whole, found.path(), last, found.webSocket());
    }

    private void resetRequest() {
        scanned = 0;
        lineStart = 0;
        head = null;
        headBytes = new byte[0];
        body = null;
        chunks = null;
        continueDue = false;
    }
}
