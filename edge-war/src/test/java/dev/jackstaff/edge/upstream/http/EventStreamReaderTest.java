package dev.jackstaff.edge.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.edge.upstream.http.EventStreamReader.ServerSentEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamReaderTest {
    private static final String STREAM = "retry: 1000\n\n:\n\nevent: state\nid: abc\ndata: {\"å\":1}\n\n"
            + "event: heartbeat\r\ndata: one\r\ndata:two\r\n\r\ndata: torn";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void eventsAreTheSameHoweverTheBytesArrive(int size) throws IOException, InterruptedException {
        assertThat(events(STREAM.getBytes(StandardCharsets.UTF_8), size))
                .containsExactly(
                        new ServerSentEvent("state", "abc", "{\"å\":1}"),
                        new ServerSentEvent("heartbeat", "", "one\ntwo"));
    }

    @Test
    void aLineWithoutAnEndEndsIt() {
        byte[] endless = new byte[1 << 20];
        Arrays.fill(endless, (byte) 'x');
        EventStreamReader events = new EventStreamReader(() -> endless);

        assertThatThrownBy(events::next).isInstanceOf(IOException.class).hasMessageContaining("more than");
    }

    @Test
    void dataWithoutAnEndEndsIt() {
        byte[] line = ("data: " + "x".repeat(1 << 20) + "\n").getBytes(StandardCharsets.UTF_8);
        EventStreamReader events = new EventStreamReader(() -> line);

        assertThatThrownBy(events::next).isInstanceOf(IOException.class).hasMessageContaining("more than");
    }

    private static List<ServerSentEvent> events(byte[] stream, int size) throws IOException, InterruptedException {
        var rest = new Object() {
            int at;
        };
        EventStreamReader events = new EventStreamReader(() -> {
            if (rest.at >= stream.length) {
                return null;
            }
            int end = Math.min(stream.length, rest.at + size);
            byte[] piece = Arrays.copyOfRange(stream, rest.at, end);
            rest.at = end;
            return piece;
        });
        List<ServerSentEvent> all = new ArrayList<>();
        for (ServerSentEvent event = events.next(); event != null; event = events.next()) {
            all.add(event);
        }
        return all;
    }
}
