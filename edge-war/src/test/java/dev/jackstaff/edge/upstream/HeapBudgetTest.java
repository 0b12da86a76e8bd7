package dev.jackstaff.edge.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeapBudgetTest {
    private static final String KEY = "demo/production";
    private static final long HEAP = 256L << 20;
    private static final SnapshotHead HEAD = new SnapshotHead("id", 7);

    private final AtomicLong used = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong garbage = new AtomicLong();
    private final AtomicInteger collections = new AtomicInteger();
    private final HeapBudget budget = new HeapBudget(() -> HEAP, used::get, this::collect, nanos::get);

    private void collect() {
        collections.incrementAndGet();
        used.addAndGet(-garbage.getAndSet(0));
    }

    @Test
    void aDocumentBeyondItsShareOfTheHeapIsRefused() {
        long largest = budget.largestDocument();

        assertThat(largest).isBetween(15L << 20, 16L << 20);
        assertThat(budget.refusal(KEY, HEAD, largest)).isEmpty();
        assertThat(budget.refusal(KEY, HEAD, largest + 1)).hasValueSatisfying(reason -> assertThat(reason)
                .isEqualTo("a snapshot of 15.4 MiB is more than an edge with 256.0 MiB of heap accepts,"
                        + " which is 15.4 MiB"));
    }

    @Test
    void aDocumentThatNeedsMoreHeapThanIsFreeIsRefusedUntilAMinuteAfterThereIsSpace() {
        used.set(HEAP - (40 << 20));

        assertThat(budget.refusal(KEY, HEAD, 1 << 20)).isEmpty();
        assertThat(budget.refusal(KEY, HEAD, 2 << 20)).hasValueSatisfying(reason -> assertThat(reason)
                .isEqualTo("a snapshot of 2.0 MiB may need 20.0 MiB of heap, and less than that is free of 256.0 MiB"));
        assertThat(budget.refusals()).containsOnlyKeys(KEY);

        used.set(0);
        assertThat(budget.refusal(KEY, HEAD, 2 << 20)).isPresent();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(budget.refusal(KEY, HEAD, 2 << 20)).isEmpty();
    }

    @Test
    void garbageIsNoReasonToRefuseAndIsCollectedOnlyWhereItWouldBe() {
        used.set(HEAP / 2 + 1);
        assertThat(budget.refusal(KEY, HEAD, 2 << 20)).isEmpty();
        assertThat(collections).hasValue(0);

        garbage.set(HEAP / 2);
        used.set(HEAP);
        assertThat(budget.refusal(KEY, HEAD, 2 << 20)).isEmpty();
        assertThat(collections).hasValue(1);
    }

    @Test
    void anEdgeGoesOnServingTheLastGoodSnapshot() {
        LiveEnvironments environments = new LiveEnvironments();
        Intake intake = intake(environments);
        intake.apply(KEY, document(7));
        used.set(HEAP);

        assertThat(intake.apply(KEY, document(8))).isFalse();

        assertThat(revision(environments)).isEqualTo(7);
        assertThat(budget.refusals().get(KEY)).startsWith("revision 8: a snapshot of ");
    }

    @Test
    void aServedOrRemovedSnapshotIsNoLongerRefused() {
        LiveEnvironments environments = new LiveEnvironments();
        Intake intake = intake(environments);
        used.set(HEAP);
        intake.apply(KEY, document(7));
        used.set(0);

        assertThat(intake.apply(KEY, document(8))).isTrue();
        assertThat(budget.refusals()).isEmpty();

        used.set(HEAP);
        intake.apply(KEY, document(9));
        intake.withdraw(KEY);
        assertThat(budget.refusals()).isEmpty();
    }

    @Test
    void aDocumentOfAnotherSystemIsRefusedToo() {
        LiveEnvironments environments = new LiveEnvironments();
        Intake intake = intake(environments);
        used.set(HEAP);

        intake.apply(IntakeFixture.snapshot(7, new ForeignDocument("unleash", JsonText.parse("{}"))));

        assertThat(environments.environments()).isEmpty();
        assertThat(budget.refusals()).containsOnlyKeys(KEY);
    }

    private Intake intake(LiveEnvironments environments) {
        return IntakeFixture.create(environments, new Freshness(), budget);
    }

    private static byte[] document(long revision) {
        return SnapshotWriter.write(IntakeFixture.snapshot(revision, null));
    }

    private static long revision(LiveEnvironments environments) {
        return List.copyOf(environments.environments().values()).get(0).revision();
    }
}
