package dev.jackstaff.api.flexflag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.flexflag.FlexflagServerRegistry;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests of one edge server's connection over a socket whose sending ends when the test says so. */
class EdgeConnectionTest {
    private final List<String> sent = new ArrayList<>();
    private final Deque<SendHandler> underWay = new ArrayDeque<>();
    private boolean open = true;
    private boolean admitted = true;
    private int pings;

    private final EdgeConnection connection = new EdgeConnection(
            fake(Session.class, this::session),
            new FlexflagServerRegistry().connect("demo/production", "eu"),
            () -> admitted,
            Runnable::run);

    @Test
    void whatComesWhileSomethingIsSentIsSentAfterIt() {
        connection.pong();
        connection.pong();
        assertThat(sent).hasSize(1);

        sendingEnds();

        assertThat(sent).containsExactly("{\"type\":\"pong\"}", "{\"type\":\"pong\"}");
    }

    @Test
    void aSlowServerHasOneMessageUnderWayHoweverMuchIsNew() {
        LongStream.range(1, 100).forEach(revision -> connection.send(snapshot(revision)));

        assertThat(sent).hasSizeLessThanOrEqualTo(1);
        assertThat(underWay).hasSize(sent.size());
    }

    @Test
    void aSendingThatFailsClosesTheSocketAndNothingFollows() {
        connection.pong();
        connection.pong();

        underWay.remove().onResult(new SendResult(new IllegalStateException("of the test")));

        assertThat(open).isFalse();
        assertThat(sent).hasSize(1);
    }

    @Test
    void afterTheCloseNothingIsSent() {
        open = false;

        connection.pong();
        connection.send(snapshot(1));

        assertThat(sent).isEmpty();
    }

    @Test
    void whoIsAdmittedIsAskedWhetherItIsThereAndWhoIsNotIsEnded() {
        connection.checkAlive();
        assertThat(pings).isEqualTo(1);
        assertThat(open).isTrue();

        admitted = false;
        connection.checkAlive();

        assertThat(pings).isEqualTo(1);
        assertThat(open).isFalse();
    }

    private void sendingEnds() {
        while (!underWay.isEmpty()) {
            underWay.remove().onResult(new SendResult());
        }
    }

    private @Nullable Object session(String method, Object[] arguments) {
        switch (method) {
            case "isOpen" -> {
                return open;
            }
            case "getAsyncRemote" -> {
                return fake(RemoteEndpoint.Async.class, this::remote);
            }
            case "close" -> open = false;
            default -> {}
        }
        return null;
    }

    private @Nullable Object remote(String method, Object[] arguments) {
        if (method.equals("sendText")) {
            sent.add((String) arguments[0]);
            underWay.add((SendHandler) arguments[1]);
        } else if (method.equals("sendPing")) {
            pings++;
        }
        return null;
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], @Nullable Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(method.getName(), arguments)));
    }

    private static Snapshot snapshot(long revision) {
        return new Snapshot(
                "demo", "production", "id-of-production", revision, Instant.EPOCH, List.of(), List.of(), List.of());
    }
}
