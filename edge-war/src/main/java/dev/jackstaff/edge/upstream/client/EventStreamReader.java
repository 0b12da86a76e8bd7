package dev.jackstaff.edge.upstream.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reader of server-sent events (HTML Standard, 9.2.5 and 9.2.6). A line ends with CR, LF or both; fields are buffered
 * until an empty line dispatches the event; an incomplete event at the end is dropped. Throws if an event is too large.
 * Not thread-safe.
 */
public final class EventStreamReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MAX_RETRY_DIGITS = 9;

    private final Bytes source;
    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private String lastId = "";
    private Optional<Duration> retry = Optional.empty();
    private byte[] chunk = {};
    private int position;
    private boolean afterReturn;
    private boolean begun;

    /** The source of a stream's bytes. */
    @FunctionalInterface
    public interface Bytes {
        /** The next bytes; null at the end. */
        byte @Nullable [] next() throws IOException, InterruptedException;
    }

    /**
     * A dispatched event.
     *
     * @param name {@code message} if the stream names none
     * @param id the last id in the stream; empty if there was none
     */
    public record Event(String name, String id, String data) {}

    /**
     * A reader with a size limit.
     *
     * @param limit the greatest number of bytes in a line, and of characters in the data of an event
     */
    public EventStreamReader(Bytes source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /**
     * The next event that has data; null at the end.
     *
     * @throws IOException if a line or an event is too large
     */
    public @Nullable Event next() throws IOException, InterruptedException {
        for (String text = line(); text != null; text = line()) {
            if (!text.isEmpty()) {
                field(text);
                continue;
            }
            Event event = dispatch();
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    /** The delay before a reconnection; empty if the stream names none. */
    public Optional<Duration> retry() {
        return retry;
    }

    private @Nullable Event dispatch() {
        Event event = data.length() == 0
                ? null
                : new Event(name.isEmpty() ? "message" : name, lastId, data.substring(0, data.length() - 1));
        data.setLength(0);
        name = "";
        return event;
    }

    private void field(String text) throws IOException {
        int colon = text.indexOf(':');
        String value = colon < 0 ? "" : text.substring(text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        switch (colon < 0 ? text : text.substring(0, colon)) {
            case "event" -> name = value;
            case "data" -> append(value);
            case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
            case "retry" -> retry = milliseconds(value).or(() -> retry);
            default -> {
                // a comment, or an unknown field
            }
        }
    }

    private void append(String value) throws IOException {
        if (value.length() > limit - data.length()) {
            throw new IOException("an event has more than " + limit + " characters");
        }
        data.append(value).append('\n');
    }

    private static Optional<Duration> milliseconds(String digits) {
        boolean number = !digits.isEmpty()
                && digits.length() <= MAX_RETRY_DIGITS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? Optional.of(Duration.ofMillis(Long.parseLong(digits))) : Optional.empty();
    }

    /** The next complete line, without its end; null at the end of the stream. */
    private @Nullable String line() throws IOException, InterruptedException {
        line.reset();
        while (hasMore()) {
            if (afterReturn && chunk[position] == '\n') {
                position++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            int end = end();
            line.write(chunk, position, end - position);
            if (line.size() > limit) {
                throw new IOException("a line has more than " + limit + " bytes");
            }
            position = end;
            if (position < chunk.length) {
                afterReturn = chunk[position++] == '\r';
                return text();
            }
        }
        return null;
    }

    /** Whether another byte follows; waits for it. */
    private boolean hasMore() throws IOException, InterruptedException {
        while (position == chunk.length) {
            byte[] next = source.next();
            if (next == null) {
                return false;
            }
            chunk = next;
            position = 0;
        }
        return true;
    }

    private int end() {
        int end = position;
        while (end < chunk.length && chunk[end] != '\n' && chunk[end] != '\r') {
            end++;
        }
        return end;
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        boolean marked = !begun && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        begun = true;
        return marked ? text.substring(1) : text;
    }
}
