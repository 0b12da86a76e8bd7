package dev.jackstaff.edge.upstream.client;

import java.io.Closeable;
import java.io.IOException;

/**
 * An upstream's response without an end, which is read while it arrives. Must be closed.
 *
 * @param bytes throws if nothing arrives in time
 */
public record UpstreamStream(int status, EventStreamReader.Bytes bytes, Closeable connection) implements Closeable {
    @Override
    public void close() throws IOException {
        connection.close();
    }
}
