package dev.jackstaff.listener.framing;

/**
 * The head of a request: what is needed to find the request's end.
 *
 * @param length the number of its bytes, the empty line included
 * @param method its method
 * @param path the path of its target, without the query
 * @param contentLength the value of {@code Content-Length}; 0 if there is none
 * @param chunked whether the body is chunked
 * @param expectsContinue whether the client waits for {@code 100 Continue}
 * @param closes whether the client asks to close the connection after the answer
 * @param webSocket whether the client asks for a WebSocket
 * @param rewritten whether the server must get another head than the client sent
 */
record RequestHead(
        int length,
        String method,
        String path,
        long contentLength,
        boolean chunked,
        boolean expectsContinue,
        boolean closes,
        boolean webSocket,
        boolean rewritten) {

    boolean hasBody() {
        return chunked || contentLength > 0;
    }

    /** Whether the server would take a body of this method for the next request (RFC 9110, 9.3.6 and 9.3.8). */
    boolean ignoresBody() {
        return method.equals("TRACE") || method.equals("CONNECT");
    }
}
