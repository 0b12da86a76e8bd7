package dev.jackstaff.edge.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.UpstreamErrors.ErrorKind;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.sync.SyncState;
import dev.jackstaff.protocols.sync.SyncState.EnvironmentState;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncFollowerTest {
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(3);

    private final FakeSource source = new FakeSource();
    private final List<SyncState> announced = new ArrayList<>();
    private final UpstreamErrors errors = new UpstreamErrors();
    private long now;
    private final SyncFollower follower =
            new SyncFollower(source, (state, knownAt) -> announced.add(state), errors, () -> now);

    /** A fake source whose streams and answers a test prepares. */
    private static final class FakeSource implements SyncSource {
        final List<String> requests = new ArrayList<>();
        final Queue<String> streams = new ArrayDeque<>();

        @Nullable
        SyncState state;

        @Override
        public PollResult fetchState(@Nullable String tag) throws IOException {
            requests.add("state after " + tag);
            if (state == null) {
                throw new IOException("unreachable");
            }
            return state.tag().equals(tag)
                    ? new PollResult.Unchanged(Optional.of(Duration.ofSeconds(9)))
                    : new PollResult.Changed(state, state.tag());
        }

        @Override
        public byte @Nullable [] fetchSnapshot(String environment, @Nullable SnapshotHead servedHead) {
            throw new IllegalStateException("the follower fetches no snapshots");
        }

        @Override
        public UpstreamStream openStream(@Nullable String latest) throws IOException {
            requests.add("stream after " + latest);
            String events = streams.poll();
            if (events == null) {
                throw new IOException("unreachable");
            }
            Queue<byte[]> chunks = new ArrayDeque<>(List.of(events.getBytes(StandardCharsets.UTF_8)));
            return new UpstreamStream(
                    200,
                    () -> {
                        byte[] chunk = chunks.poll();
                        if (chunk == null) {
                            throw new HttpTimeoutException("silence");
                        }
                        return chunk;
                    },
                    () -> requests.add("closed"));
        }
    }

    @Test
    void theStatesOfTheStreamAreAnnounced() throws InterruptedException {
        source.streams.add(event(state(1)) + event(state(2)));

        assertThat(follower.followOnce()).isPositive().isLessThanOrEqualTo(LONGEST_RETRY);

        assertThat(announced).containsExactly(state(1), state(2));
        assertThat(source.requests).containsExactly("stream after null", "closed");
    }

    @Test
    void aStreamThatEndsIsResumedAfterTheLastState() throws InterruptedException {
        source.streams.add(event(state(1)));
        source.streams.add(event(state(2)));

        follower.followOnce();
        follower.followOnce();

        assertThat(source.requests).contains("stream after " + state(1).tag());
        assertThat(announced).containsExactly(state(1), state(2));
        assertThat(errors.counts()).containsEntry(ErrorKind.STREAM, 2L);
    }

    @Test
    void aHeartbeatAnnouncesTheLastStateWithNewAges() throws InterruptedException {
        String heartbeat = "event: heartbeat\ndata: "
                + text(state(1).withAges(Optional.of(Duration.ofSeconds(4))).ages()) + "\n\n";
        source.streams.add(heartbeat + event(state(1)) + heartbeat);

        follower.followOnce();

        assertThat(announced).hasSize(2);
        assertThat(announced.get(1).greatestAge()).contains(Duration.ofSeconds(4));
    }

    @Test
    void anEventThatIsNoStateEndsTheStream() throws InterruptedException {
        source.streams.add("event: state\ndata: {\n\n" + event(state(1)));
        source.state = state(2);

        follower.followOnce();

        assertThat(announced).containsExactly(state(2));
    }

    @Test
    void anUnreachableSourceIsRetriedAndNotConnected() throws InterruptedException {
        assertThat(follower.followOnce()).isPositive().isLessThanOrEqualTo(LONGEST_RETRY);
        assertThat(follower.connected()).isFalse();
        assertThat(errors.counts()).containsEntry(ErrorKind.FETCH, 1L);

        source.state = state(1);
        follower.followOnce();
        assertThat(follower.connected()).isTrue();
    }

    @Test
    void silentStreamsAreReplacedByPollingForAMinute() throws InterruptedException {
        source.state = state(1);
        source.streams.addAll(List.of("", "", ""));
        follower.followOnce();
        follower.followOnce();
        source.requests.clear();

        assertThat(follower.followOnce()).isEqualTo(Duration.ofSeconds(2));
        assertThat(source.requests).containsExactly("state after " + state(1).tag());
        assertThat(announced.get(announced.size() - 1).greatestAge()).contains(Duration.ofSeconds(9));

        now += Duration.ofMinutes(1).toNanos();
        follower.followOnce();
        assertThat(source.requests).contains("stream after " + state(1).tag());
    }

    @Test
    void pollingThatFailsReturnsToTheStreamAtOnce() throws InterruptedException {
        source.state = state(1);
        source.streams.addAll(List.of("", ""));
        follower.followOnce();
        follower.followOnce();
        source.state = null;
        follower.followOnce();
        source.requests.clear();

        follower.followOnce();

        assertThat(source.requests.get(0)).startsWith("stream");
    }

    private static SyncState state(long revision) {
        return new SyncState(
                true, true, List.of(new EnvironmentState("demo/production", new SnapshotHead("id", revision), null)));
    }

    private static String event(SyncState state) {
        return "event: state\nid: " + state.tag() + "\ndata: " + text(state.document()) + "\n\n";
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
