package dev.jackstaff.listener.framing;

/**
 * One whole request, in memory that nothing else uses.
 *
 * @param bytes its head and its body; the body's length is in {@code Content-Length}
 * @param path the path of its target, without the query
 * @param last whether nothing that follows on the connection is a request
 * @param webSocket whether it asks for a WebSocket
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, and compared by nobody
public record AssembledRequest(byte[] bytes, String path, boolean last, boolean webSocket) {}
