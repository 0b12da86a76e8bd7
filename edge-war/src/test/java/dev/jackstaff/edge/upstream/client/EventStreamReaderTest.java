package dev.jackstaff.edge.upstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.edge.upstream.client.EventStreamReader.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventStreamReaderTest {
    private static final int LIMIT = 1_000;

    static Stream<Arguments> streams() {
        return Stream.of(
                row("LF", "data: a\n\ndata: b\n\n", event("a"), event("b")),
                row("CR", "data: a\r\rdata: b\r\r", event("a"), event("b")),
                row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", event("a"), event("b")),
                row("CRLF between fields", "data: a\r\ndata: b\r\n\r\n", event("a\nb")),
                row("a byte order mark at the start", "\uFEFFdata: a\n\n", event("a")),
                row("a byte order mark later", "\n\uFEFFdata: a\n\n"),
                row("comments", ":\n: b\ndata: a\n\n", event("a")),
                row("a field without a colon", "data\n\n", event("")),
                row("two of them", "data\ndata\n\n", event("\n")),
                row("one space is left out", "data:  a\n\n", event(" a")),
                row("no space", "data:a\n\n", event("a")),
                row("lines of data", "data: a\ndata:\ndata: b\n\n", event("a\n\nb")),
                row("letters beyond ASCII", "data: \u00e5\n\n", event("\u00e5")),
                row("the name counts once", "event: x\ndata: a\n\ndata: b\n\n", new Event("x", "", "a"), event("b")),
                row("without data the name is forgotten", "event: x\n\ndata: a\n\n", event("a")),
                row(
                        "the id stays",
                        "id: 1\ndata: a\n\ndata: b\n\n",
                        new Event("message", "1", "a"),
                        new Event("message", "1", "b")),
                row("an empty id takes it away", "id: 1\nid\ndata: a\n\n", event("a")),
                row("an id with NUL", "id: 1\nid: 2\0\ndata: a\n\n", new Event("message", "1", "a")),
                row("an unknown field", "color: red\ndata: a\n\n", event("a")),
                row("what is not whole", "data: a\n\ndata: torn\n", event("a")));
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("streams")
    void theGrammarIsTheStandards(String stream, List<Event> events) throws IOException, InterruptedException {
        for (int size : List.of(1, 2, 3, 7, LIMIT)) {
            assertThat(events(reader(stream, size))).isEqualTo(events);
        }
    }

    @Test
    void onlyDigitsAreATimeToRetry() throws IOException, InterruptedException {
        EventStreamReader reader = reader("retry: 1500\nretry: 2s\nretry: -1\nretry\n", LIMIT);

        assertThat(events(reader)).isEmpty();
        assertThat(reader.retry()).hasValue(Duration.ofMillis(1_500));
    }

    @Test
    void aLineWithoutAnEndEndsIt() {
        byte[] endless = "x".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(new EventStreamReader(() -> endless, LIMIT)::next)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void dataWithoutAnEndEndsIt() {
        byte[] line = ("data: " + "x".repeat(100) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(new EventStreamReader(() -> line, LIMIT)::next)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    private static Arguments row(String name, String stream, Event... events) {
        return argumentSet(name, stream, List.of(events));
    }

    private static Event event(String data) {
        return new Event("message", "", data);
    }

    private static EventStreamReader reader(String text, int size) {
        byte[] stream = text.getBytes(StandardCharsets.UTF_8);
        var rest = new Object() {
            int at;
        };
        return new EventStreamReader(
                () -> {
                    if (rest.at >= stream.length) {
                        return null;
                    }
                    int begin = rest.at;
                    rest.at = Math.min(stream.length, begin + size);
                    return Arrays.copyOfRange(stream, begin, rest.at);
                },
                LIMIT);
    }

    private static List<Event> events(EventStreamReader reader) throws IOException, InterruptedException {
        List<Event> all = new ArrayList<>();
        for (Event event = reader.next(); event != null; event = reader.next()) {
            all.add(event);
        }
        return all;
    }
}
