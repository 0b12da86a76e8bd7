package dev.jackstaff.protocols.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.AdjustableClock;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamSubscriberTest {
    private static final Set<String> CHANGED = Set.of(NumberedStream.ENVIRONMENT);
    private static final Duration STALL = Duration.ofSeconds(15);

    private final FakeConnection connection = new FakeConnection();
    private final NumberedStream stream = new NumberedStream();
    private final AdjustableClock clock = new AdjustableClock();
    private final List<Boolean> endings = new CopyOnWriteArrayList<>();
    private StreamSubscriber listener;

    @BeforeEach
    void aClientThatListens() throws IOException {
        listener = new StreamSubscriber(
                connection.context(),
                stream,
                new LiveEnvironments(),
                (ended, stalled) -> endings.add(stalled),
                clock::nanoTime);
        listener.start();
        listener.onWritePossible();
    }

    @Test
    void whoConnectsIsToldTheStateAndThenWhatIsNew() {
        listener.notifyChanged(CHANGED);

        assertThat(connection.written()).isEqualTo("open;1;");
    }

    @Test
    void whatDoesNotConcernAStreamIsNotTold() {
        listener.notifyChanged(Set.of("other/environment"));

        assertThat(connection.written()).isEqualTo("open;");
    }

    @Test
    void aQuietStreamHasAHeartbeatOnceItsIntervalIsOver() {
        clock.pass(stream.heartbeatInterval());
        listener.checkLiveness();
        assertThat(connection.written()).isEqualTo("open;");

        clock.pass(Duration.ofMillis(1));
        listener.checkLiveness();

        assertThat(connection.written()).isEqualTo("open;:");
    }

    @Test
    void aClientThatTakesNothingForAWhileIsDisconnectedAsStalled() {
        connection.takesNothing();
        listener.notifyChanged(CHANGED);
        clock.pass(Duration.ofSeconds(15));
        listener.checkLiveness();
        assertThat(endings).isEmpty();

        clock.pass(Duration.ofMillis(1));
        listener.checkLiveness();

        assertThat(endings).containsExactly(true);
    }

    @Test
    void aSlowReaderIsToldTheLatestStateAndNotEveryChange() {
        connection.takesNothing();
        IntStream.range(0, 1_000).forEach(change -> listener.notifyChanged(CHANGED));
        assertThat(stream.count()).isZero();

        connection.takesAgain();
        listener.onWritePossible();

        assertThat(connection.written()).isEqualTo("open;1;");
    }

    @Test
    void aReaderThatTakesNothingForTooLongIsEndedAsStalled() {
        connection.takesNothing();
        listener.notifyChanged(CHANGED);
        clock.pass(STALL);
        listener.checkLiveness();
        assertThat(endings).isEmpty();

        clock.pass(Duration.ofNanos(1));
        listener.checkLiveness();

        assertThat(endings).containsExactly(true);
        assertThat(connection.completions()).isEqualTo(1);
    }

    @Test
    void aReaderThatTakesAgainInTimeIsNotStalled() {
        connection.takesNothing();
        listener.notifyChanged(CHANGED);
        clock.pass(STALL);
        connection.takesAgain();
        listener.onWritePossible();

        clock.pass(STALL.plusNanos(1));
        listener.checkLiveness();

        assertThat(endings).isEmpty();
        assertThat(connection.written()).isEqualTo("open;1;");
    }

    @Test
    void aQuietStreamGetsAHeartbeatAndIsNotStalled() {
        clock.pass(stream.heartbeatInterval().plusNanos(1));

        listener.checkLiveness();

        assertThat(connection.written()).isEqualTo("open;:");
        assertThat(endings).isEmpty();
    }

    @Test
    void closingTwiceEndsOnce() {
        listener.close();
        listener.close();

        assertThat(endings).containsExactly(false);
        assertThat(connection.completions()).isEqualTo(1);
    }

    @Test
    void anEventAfterTheCloseIsNotWritten() {
        listener.close();

        listener.notifyChanged(CHANGED);
        listener.onWritePossible();

        assertThat(connection.written()).isEqualTo("open;");
    }

    @Test
    void aCloseInTheMiddleOfAnEventEndsTheStreamAfterIt() {
        connection.whileWriting(listener::close);

        listener.notifyChanged(CHANGED);
        listener.notifyChanged(CHANGED);

        assertThat(connection.written()).isEqualTo("open;1;");
        assertThat(endings).containsExactly(false);
    }

    @Test
    void eventsAndClosesOfManyThreadsEndOnce() {
        CompletableFuture.allOf(IntStream.range(0, 200)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> {
                            if (number % 10 == 9) {
                                listener.close();
                            } else {
                                listener.notifyChanged(CHANGED);
                            }
                        }))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertThat(endings).containsExactly(false);
        assertThat(connection.completions()).isEqualTo(1);
    }

    @Test
    void aClientThatIsGoneIsEnded() {
        connection.breaks();

        listener.notifyChanged(CHANGED);

        assertThat(endings).containsExactly(false);
    }

    @Test
    void whoMayListenNoLongerIsToldNothingMore() {
        stream.admitted = false;

        listener.notifyChanged(CHANGED);

        assertThat(connection.written()).isEqualTo("open;");
        assertThat(endings).containsExactly(false);
    }
}
