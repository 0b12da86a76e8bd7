package dev.jackstaff.edge.upstream.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Server-sent events (HTML Standard, 9.2.6), read one after the other. An event that is too large ends it. Not thread-safe. */
final class EventStreamReader {
    private static final int MAX_EVENT_BYTES = 16 << 20;

    private final ChunkSource chunks;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] chunk = {};
    private int position;

    /** Where the bytes come from. */
    @FunctionalInterface
    interface ChunkSource {
        /** The next bytes; null at the end. */
        byte @Nullable [] next() throws IOException, InterruptedException;
    }

    EventStreamReader(ChunkSource pieces) {
        this.chunks = pieces;
    }

    /**
     * One event.
     *
     * @param id empty where it has none
     */
    record ServerSentEvent(String name, String id, String data) {}

    /** The next event that has data; null at the end. */
    @Nullable
    ServerSentEvent next() throws IOException, InterruptedException {
        String name = "message";
        String id = "";
        StringBuilder data = new StringBuilder();
        for (String field = readLine(); field != null; field = readLine()) {
            if (field.isEmpty() && data.length() > 0) {
                return new ServerSentEvent(name, id, data.toString());
            }
            int colon = field.indexOf(':');
            String value = colon < 0 ? "" : value(field, colon);
            switch (colon < 0 ? field : field.substring(0, colon)) {
                case "event" -> name = value;
                case "id" -> id = value;
                case "data" -> append(data, value);
                default -> {
                    // a comment, or what only browsers need
                }
            }
        }
        return null;
    }

    private static String value(String field, int colon) {
        int begin = field.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
        return field.substring(begin);
    }

    private static void append(StringBuilder data, String value) throws IOException {
        if (value.length() > MAX_EVENT_BYTES - data.length()) {
            throw new IOException("an event has more than " + MAX_EVENT_BYTES + " characters");
        }
        data.append(data.length() == 0 ? "" : "\n").append(value);
    }

    /** The next line, without its end; null where there is none that is whole. */
    private @Nullable String readLine() throws IOException, InterruptedException {
        line.reset();
        while (true) {
            if (position == chunk.length) {
                byte[] next = chunks.next();
                if (next == null) {
                    return null;
                }
                chunk = next;
                position = 0;
            }
            int end = endOfLine();
            line.write(chunk, position, end - position);
            if (line.size() > MAX_EVENT_BYTES) {
                throw new IOException("a line has more than " + MAX_EVENT_BYTES + " bytes");
            }
            position = end;
            if (position < chunk.length) {
                position++;
                return lineText();
            }
        }
    }

    private int endOfLine() {
        int end = position;
        while (end < chunk.length && chunk[end] != '\n') {
            end++;
        }
        return end;
    }

    private String lineText() {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
