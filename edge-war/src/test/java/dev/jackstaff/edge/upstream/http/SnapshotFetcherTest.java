package dev.jackstaff.edge.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jackstaff.edge.upstream.IntakeFixture;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.UpstreamErrors.ErrorKind;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.sync.SyncState;
import dev.jackstaff.protocols.sync.SyncState.EnvironmentState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotFetcherTest {
    private static final String PRODUCTION = "demo/production";

    private final FakeSource source = new FakeSource();
    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private final UpstreamErrors errors = new UpstreamErrors();
    private long now;
    private final SnapshotFetcher fetcher =
            new SnapshotFetcher(source, environments, IntakeFixture.create(environments, freshness), errors, () -> now);

    /** A fake source of one document, or of a failure. */
    private static final class FakeSource implements SyncSource {
        final List<String> requests = new ArrayList<>();
        byte[] document = {};

        @Nullable
        Exception failure;

        @Nullable
        String failing;

        @Override
        public PollResult fetchState(@Nullable String tag) {
            throw new IllegalStateException("the fetcher asks for no state");
        }

        @Override
        public UpstreamStream openStream(@Nullable String latest) {
            throw new IllegalStateException("the fetcher opens no stream");
        }

        @Override
        public byte[] fetchSnapshot(String environment, @Nullable SnapshotHead servedHead) throws IOException {
            if (environment.equals(failing)) {
                throw new IOException("answered 500 in this test");
            }
            requests.add(environment + (servedHead == null ? "" : " after " + servedHead.revision()));
            if (failure instanceof IOException unreachable) {
                throw unreachable;
            }
            if (failure instanceof RuntimeException unforeseen) {
                throw unforeseen;
            }
            return document;
        }
    }

    @Test
    void aNewerSnapshotIsFetchedAndServed() throws InterruptedException {
        announce(7, null);
        announce(8, null);

        assertThat(environments.isComplete()).isTrue();
        assertThat(source.requests).containsExactly(PRODUCTION, PRODUCTION + " after 7");
    }

    @Test
    void anAgeGrowsUntilItIsApplied() throws InterruptedException {
        source.document = document(7);
        fetcher.announce(state(7, Duration.ofSeconds(100)), now);
        now += Duration.ofSeconds(5).toNanos();

        fetcher.applyAnnounced();

        assertThat(freshness.age(PRODUCTION).orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(105));
    }

    @Test
    void aStateIsAppliedOnce() throws InterruptedException {
        announce(7, null);

        fetcher.applyAnnounced();

        assertThat(source.requests).hasSize(1);
    }

    @Test
    void aBrokenSnapshotIsNotFetchedAgain() throws InterruptedException {
        source.document = "{".getBytes(StandardCharsets.UTF_8);
        fetcher.announce(state(7, null), now);
        fetcher.applyAnnounced();
        fetcher.announce(state(7, null), now);
        fetcher.applyAnnounced();

        assertThat(source.requests).hasSize(1);
        assertThat(environments.environments()).isEmpty();
    }

    @Test
    void anUnreachableSourceIsAskedAtTheNextAnnouncement() throws InterruptedException {
        source.failure = new IOException("unreachable");
        announce(7, null);
        fetcher.applyAnnounced();
        assertThat(errors.counts()).containsEntry(ErrorKind.FETCH, 1L);
        assertThat(environments.isComplete()).isFalse();

        source.failure = null;
        announce(7, null);

        assertThat(environments.environments()).containsOnlyKeys(PRODUCTION);
    }

    @Test
    void anEnvironmentThatFailsKeepsNoOtherFromBeingServed() throws InterruptedException {
        source.failing = "demo/broken";
        source.document = document(7);
        fetcher.announce(
                new SyncState(
                        true,
                        true,
                        List.of(
                                new EnvironmentState("demo/broken", new SnapshotHead("id-of-broken", 3), Duration.ZERO),
                                new EnvironmentState(
                                        PRODUCTION, new SnapshotHead("id-of-production", 7), Duration.ZERO))),
                now);

        fetcher.applyAnnounced();

        assertThat(environments.environments()).containsOnlyKeys(PRODUCTION);
        assertThat(environments.isComplete()).isFalse();
        assertThat(errors.counts()).containsEntry(ErrorKind.FETCH, 1L);
    }

    @Test
    void anUnforeseenFailureIsTriedAgainWithoutAnAnnouncement() throws InterruptedException {
        source.failure = new IllegalStateException("unforeseen");
        assertThatIllegalStateException().isThrownBy(() -> announce(7, null));

        source.failure = null;
        fetcher.applyAnnounced();

        assertThat(environments.environments()).containsOnlyKeys(PRODUCTION);
    }

    private void announce(long revision, @Nullable Duration age) throws InterruptedException {
        source.document = document(revision);
        fetcher.announce(state(revision, age), now);
        fetcher.applyAnnounced();
    }

    private static byte[] document(long revision) {
        return SnapshotWriter.write(FakeSyncServer.snapshot("production", revision));
    }

    private static SyncState state(long revision, @Nullable Duration age) {
        return new SyncState(
                true,
                true,
                List.of(new EnvironmentState(PRODUCTION, new SnapshotHead("id-of-production", revision), age)));
    }
}
