package dev.jackstaff.edge.upstream.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.upstream.IntakeFixture;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GridSynchronizerTest {
    private static final String KEY = "demo/production";

    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private final GridSynchronizer synchronizer =
            new GridSynchronizer(environments, IntakeFixture.create(environments, freshness));
    private final FakeGrid grid = new FakeGrid();

    /** Maps in memory; a test decides what the near cache holds. */
    private static final class FakeGrid implements GridSnapshots {
        private final Map<String, byte[]> owned = new HashMap<>();
        private final Map<String, byte[]> cached = new HashMap<>();
        private @Nullable Heartbeat heartbeat;
        private boolean complete;
        private long beats;

        private void put(long revision) {
            owned.put(KEY, SnapshotWriter.write(snapshot(revision)));
            cached.putAll(owned);
        }

        /** A heartbeat that names the owned snapshots. */
        private void beat() {
            Map<String, SnapshotHead> heads = new HashMap<>();
            owned.forEach((key, document) -> heads.put(key, SnapshotHead.of(document)));
            heartbeat = new Heartbeat(Instant.ofEpochMilli(++beats), heads);
        }

        @Override
        public Set<String> keys() {
            return cached.keySet();
        }

        @Override
        public byte @Nullable [] get(String key) {
            return cached.get(key);
        }

        @Override
        public byte @Nullable [] getUncached(String key) {
            return owned.get(key);
        }

        @Override
        public @Nullable Heartbeat heartbeat() {
            return heartbeat;
        }

        @Override
        public boolean isPublicationComplete() {
            return complete;
        }
    }

    @Test
    void whatIsInTheGridIsServedThoughNoEventCame() {
        grid.put(7);

        synchronizer.synchronize(grid);

        assertThat(revision()).isEqualTo(7);
        assertThat(environments.isComplete()).isFalse();
        assertThat(freshness.oldest()).isEmpty();
    }

    @Test
    void theEnvironmentsAreCompleteOnceTheHubSaysSo() {
        grid.complete = true;

        synchronizer.synchronize(grid);

        assertThat(environments.isComplete()).isTrue();
    }

    @Test
    void aHeartbeatConfirmsWhatIsServed() {
        grid.put(7);
        grid.beat();

        synchronizer.synchronize(grid);

        assertThat(freshness.age(KEY)).isPresent();
    }

    @Test
    void whatTheNearCacheMissedIsReadFromItsOwner() {
        grid.put(7);
        synchronizer.synchronize(grid);
        grid.owned.put(KEY, SnapshotWriter.write(snapshot(8)));
        grid.beat();

        synchronizer.synchronize(grid);

        assertThat(revision()).isEqualTo(8);
        assertThat(freshness.age(KEY)).isPresent();
    }

    @Test
    void whatIsOlderThanTheHeartbeatIsNotConfirmed() {
        grid.put(7);
        synchronizer.synchronize(grid);
        grid.heartbeat = new Heartbeat(Instant.EPOCH, Map.of(KEY, SnapshotHead.of(snapshot(8))));

        synchronizer.synchronize(grid);

        assertThat(revision()).isEqualTo(7);
        assertThat(freshness.age(KEY)).isEmpty();
    }

    @Test
    void whatIsMissingFromTenHeartbeatsIsWithdrawn() {
        grid.put(7);
        synchronizer.synchronize(grid);
        grid.owned.clear();
        grid.cached.clear();
        for (int beat = 1; beat < GridSynchronizer.HEARTBEATS_UNTIL_REMOVED; beat++) {
            grid.beat();
            synchronizer.synchronize(grid);
        }
        assertThat(environments.environments()).containsKey(KEY);

        grid.beat();
        synchronizer.synchronize(grid);

        assertThat(environments.environments()).isEmpty();
    }

    @Test
    void theSameHeartbeatCountsOnce() {
        grid.put(7);
        synchronizer.synchronize(grid);
        grid.owned.clear();
        grid.cached.clear();
        grid.beat();

        for (int round = 0; round < 2 * GridSynchronizer.HEARTBEATS_UNTIL_REMOVED; round++) {
            synchronizer.synchronize(grid);
        }

        assertThat(environments.environments()).containsKey(KEY);
    }

    @Test
    void anEnvironmentThatIsBackInTimeStays() {
        grid.put(7);
        synchronizer.synchronize(grid);
        for (int round = 0; round < 3 * GridSynchronizer.HEARTBEATS_UNTIL_REMOVED; round++) {
            if (round % 5 == 0) {
                grid.put(7);
            } else {
                grid.owned.clear();
                grid.cached.clear();
            }
            grid.beat();
            synchronizer.synchronize(grid);
        }

        assertThat(revision()).isEqualTo(7);
    }

    private long revision() {
        return Objects.requireNonNull(environments.environment(KEY)).revision();
    }

    private static Snapshot snapshot(long revision) {
        return IntakeFixture.snapshot(revision, null);
    }
}
