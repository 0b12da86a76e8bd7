package dev.jackstaff.listener.framing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The writer of a head for the server, whose body has a length and whose connection stays HTTP/1.1. */
final class HeadWriter {
    private HeadWriter() {}

    /**
     * Writes a head anew.
     *
     * @param head a head that was parsed
     * @param bodyLength the length of the body that follows
     * @param last whether the server should close the connection after its answer
     */
    static byte[] write(byte[] head, int bodyLength, boolean last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length);
        int line = next(head, 0);
        out.write(head, 0, line);
        for (int next = next(head, line); next < head.length; next = next(head, line)) {
            if (isKept(HeadField.of(head, line, colon(head, line)), last)) {
                out.write(head, line, next - line);
            }
            line = next;
        }
        StringBuilder end = new StringBuilder();
        if (last) {
            end.append("Connection: close\r\n");
        }
        if (bodyLength > 0) {
            end.append("Content-Length: ").append(bodyLength).append("\r\n");
        }
        out.writeBytes(end.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static boolean isKept(@Nullable HeadField field, boolean last) {
        return field == null || !(field.isRewritten() || (last && field == HeadField.CONNECTION));
    }

    private static int colon(byte[] head, int line) {
        int index = line;
        while (head[index] != ':') {
            index++;
        }
        return index;
    }

    /** The beginning of the next line. */
    private static int next(byte[] head, int line) {
        int index = line;
        while (head[index] != '\n') {
            index++;
        }
        return index + 1;
    }
}
