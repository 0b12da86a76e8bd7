package dev.jackstaff.edge.upstream.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Server-sent events (HTML Standard, 9.2.6), read one after the other. An event that is too large ends it. Not thread-safe. */
final class ServerEvents {
    private static final int LARGEST = 16 << 20;

    private final Pieces pieces;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] piece = {};
    private int at;

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Pieces {
        /** The next bytes; null at the end. */
        byte @Nullable [] next() throws IOException, InterruptedException;
    }

    ServerEvents(Pieces pieces) {
        this.pieces = pieces;
    }

    /**
     * One event.
     *
     * @param id empty where it has none
     */
    record Event(String name, String id, String data) {}

    /** The next event that has data; null at the end. */
    @Nullable
    Event next() throws IOException, InterruptedException {
        String name = "message";
        String id = "";
        StringBuilder data = new StringBuilder();
        for (String field = line(); field != null; field = line()) {
            if (field.isEmpty() && data.length() > 0) {
                return new Event(name, id, data.toString());
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
        if (value.length() > LARGEST - data.length()) {
            throw new IOException("an event has more than " + LARGEST + " characters");
        }
        data.append(data.length() == 0 ? "" : "\n").append(value);
    }

    /** The next line, without its end; null where there is none that is whole. */
    private @Nullable String line() throws IOException, InterruptedException {
        line.reset();
        while (true) {
            if (at == piece.length) {
                byte[] next = pieces.next();
                if (next == null) {
                    return null;
                }
                piece = next;
                at = 0;
            }
            int end = end();
            line.write(piece, at, end - at);
            if (line.size() > LARGEST) {
                throw new IOException("a line has more than " + LARGEST + " bytes");
            }
            at = end;
            if (at < piece.length) {
                at++;
                return text();
            }
        }
    }

    private int end() {
        int end = at;
        while (end < piece.length && piece[end] != '\n') {
            end++;
        }
        return end;
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
