package dev.jackstaff.api.flexflag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.flexflag.FlexflagServerRegistry;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tests of one edge server's connection over a socket whose sending ends when the test says so. */
class EdgeConnectionTest {
    private final FakeSession socket = new FakeSession();
    private boolean admitted = true;

    private final EdgeConnection connection = new EdgeConnection(
            socket.session(),
            new FlexflagServerRegistry().connect("demo/production", "eu"),
            () -> admitted,
            Runnable::run);

    @Test
    void whatComesWhileSomethingIsSentIsSentAfterIt() {
        connection.pong();
        connection.pong();
        assertThat(socket.sent()).hasSize(1);

        socket.finishSending();

        assertThat(socket.sent()).containsExactly("{\"type\":\"pong\"}", "{\"type\":\"pong\"}");
    }

    @Test
    void aSlowServerHasOneMessageInFlightHoweverMuchIsNew() {
        LongStream.range(1, 100).forEach(revision -> connection.send(FlexflagFixtures.snapshot(revision)));

        assertThat(socket.sent()).hasSizeLessThanOrEqualTo(1);
        assertThat(socket.inFlight()).isEqualTo(socket.sent().size());
    }

    @Test
    void aSendingThatFailsClosesTheSocketAndNothingFollows() {
        connection.pong();
        connection.pong();

        socket.failSending();

        assertThat(socket.isOpen()).isFalse();
        assertThat(socket.sent()).hasSize(1);
    }

    @Test
    void afterTheCloseNothingIsSent() {
        socket.close();

        connection.pong();
        connection.send(FlexflagFixtures.snapshot(1));

        assertThat(socket.sent()).isEmpty();
    }

    @Test
    void whoIsAdmittedIsPingedAndWhoIsNotIsEnded() {
        connection.checkAlive();
        assertThat(socket.pings()).isEqualTo(1);
        assertThat(socket.isOpen()).isTrue();

        admitted = false;
        connection.checkAlive();

        assertThat(socket.pings()).isEqualTo(1);
        assertThat(socket.isOpen()).isFalse();
    }
}
