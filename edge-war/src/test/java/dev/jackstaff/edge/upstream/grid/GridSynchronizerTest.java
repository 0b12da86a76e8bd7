package dev.jackstaff.edge.upstream.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.upstream.IntakeFixture;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GridSynchronizerTest {
    private static final String KEY = "demo/production";

    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private final AtomicLong now = new AtomicLong();
    private final GridSynchronizer synchronizer =
            new GridSynchronizer(environments, IntakeFixture.create(environments, freshness), now::get);
    private final FakeGrid grid = new FakeGrid();

    /** Maps in memory; a test decides what the near cache holds. */
    private static final class FakeGrid implements GridSnapshots {
        private final Map<String, byte[]> owned = new HashMap<>();
        private final Map<String, byte[]> cached = new HashMap<>();
        private @Nullable Heartbeat heartbeat;
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
    }

    @Test
    void whatTheHeartbeatNamesIsServedThoughNoEventCame() {
        grid.put(7);
        grid.beat();

        synchronizer.synchronize(grid);

        assertThat(revision()).isEqualTo(7);
        assertThat(environments.isComplete()).isTrue();
    }

    @Test
    void whatNoHeartbeatNamesIsNotServed() {
        grid.put(7);

        synchronizer.synchronize(grid);

        assertThat(environments.environments()).isEmpty();
        assertThat(environments.isComplete()).isFalse();
        assertThat(freshness.oldest()).isEmpty();
    }

    @Test
    void theEnvironmentsAreNotCompleteWhileOneIsMissingFromTheGrid() {
        grid.heartbeat = new Heartbeat(Instant.EPOCH, Map.of(KEY, SnapshotHead.of(snapshot(7))));
        synchronizer.synchronize(grid);
        assertThat(environments.isComplete()).isFalse();

        grid.put(7);
        synchronizer.synchronize(grid);

        assertThat(environments.isComplete()).isTrue();
    }

    @Test
    void aHubIsHeardUntilItsHeartbeatsStop() {
        Duration limit = Duration.ofSeconds(4);
        assertThat(synchronizer.heardWithin(limit)).isFalse();
        grid.beat();
        synchronizer.synchronize(grid);
        assertThat(synchronizer.heardWithin(limit)).isTrue();

        now.addAndGet(limit.toNanos() + 1);
        synchronizer.synchronize(grid);

        assertThat(synchronizer.heardWithin(limit)).isFalse();
    }

    @Test
    void anOldHeartbeatThatIsPutBackConfirmsNothing() {
        grid.put(7);
        grid.beat();
        Heartbeat old = grid.heartbeat;
        synchronizer.synchronize(grid);
        grid.heartbeat = new Heartbeat(
                Instant.ofEpochMilli(1)
                        .plus(GridSynchronizer.MAX_CLOCK_DIFFERENCE)
                        .plusMillis(1),
                Map.of());
        synchronizer.synchronize(grid);
        freshness.forget(KEY);

        grid.heartbeat = old;
        synchronizer.synchronize(grid);

        assertThat(freshness.age(KEY)).isEmpty();
    }

    @Test
    void whatSomebodyElseRemovesStays() {
        grid.put(7);
        grid.beat();
        synchronizer.synchronize(grid);
        grid.cached.clear();
        Map<String, byte[]> backup = Map.copyOf(grid.owned);
        grid.owned.clear();

        synchronizer.recordRemoval(KEY);
        synchronizer.synchronize(grid);
        grid.owned.putAll(backup);
        grid.beat();
        synchronizer.synchronize(grid);

        assertThat(revision()).isEqualTo(7);
    }

    @Test
    void whatAHubRemovesIsWithdrawnWithTheNextHeartbeat() {
        grid.put(7);
        grid.beat();
        synchronizer.synchronize(grid);
        grid.cached.clear();
        grid.owned.clear();

        synchronizer.recordRemoval(KEY);
        grid.beat();
        synchronizer.synchronize(grid);

        assertThat(environments.environments()).isEmpty();
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
        grid.beat();
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
        grid.beat();
        synchronizer.synchronize(grid);
        freshness.forget(KEY);
        grid.heartbeat = new Heartbeat(Instant.EPOCH, Map.of(KEY, SnapshotHead.of(snapshot(8))));

        synchronizer.synchronize(grid);

        assertThat(revision()).isEqualTo(7);
        assertThat(freshness.age(KEY)).isEmpty();
    }

    @Test
    void whatIsMissingFromTenHeartbeatsIsWithdrawn() {
        grid.put(7);
        grid.beat();
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
        grid.beat();
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
        grid.beat();
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
