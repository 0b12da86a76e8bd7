package dev.jackstaff.domain.snapshot.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.project.control.RevisionsRaised;
import dev.jackstaff.domain.snapshot.boundary.SnapshotPublication;
import dev.jackstaff.domain.snapshot.control.DataGrid;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the publisher's loop, with a database and a data grid that count calls. */
@SuppressWarnings("UnnecessaryAssignment") // in the container's place
class SnapshotPublisherTest {
    private static final int LIMIT_SECONDS = 20;

    private final Rounds rounds = new Rounds();
    private final Beats beats = new Beats();
    private final SnapshotPublisher publisher = new SnapshotPublisher();
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();

    /** An outbox of one row, which a round without a failure removes. */
    private static final class Rounds extends SnapshotPublication {
        private final AtomicInteger drained = new AtomicInteger();
        private final AtomicInteger reconciled = new AtomicInteger();
        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final AtomicBoolean row = new AtomicBoolean();
        private volatile boolean failing;

        @Override
        public void publishPending() {
            publish(drained);
        }

        @Override
        public void reconcile() {
            publish(reconciled);
        }

        @Override
        public boolean isDue() {
            return row.get();
        }

        private void publish(AtomicInteger count) {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                if (failing) {
                    throw new IllegalStateException("the data grid of the test is away");
                }
                row.set(false);
                count.incrementAndGet();
            } finally {
                atOnce.decrementAndGet();
            }
        }
    }

    private static final class Beats extends DataGrid {
        private final AtomicInteger count = new AtomicInteger();
        private volatile Runnable merged = () -> {};
        private volatile boolean broken;

        @Override
        public void subscribe(Runnable merged) {
            this.merged = merged;
        }

        @Override
        public void sendHeartbeat() {
            if (broken) {
                throw new NoClassDefFoundError("of the test");
            }
            count.incrementAndGet();
        }
    }

    @BeforeEach
    void start() {
        publisher.publication = rounds;
        publisher.grid = beats;
    }

    private void begin() {
        publisher.start(work -> {
            Thread made = new Thread(work);
            thread.complete(made);
            return made;
        });
    }

    @AfterEach
    void itEnds() throws InterruptedException {
        publisher.stop();
        thread.join().join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertThat(publisher.publicationFailure()).isEqualTo("the publisher is not running");
    }

    @Test
    void itBeginsWithAComparisonAndPublishesAfterACommit() {
        begin();
        await().untilAsserted(() -> assertThat(beats.count).hasPositiveValue());
        assertThat(rounds.reconciled).hasValue(1);

        publisher.onRevisionsRaised(new RevisionsRaised());

        await().untilAsserted(() -> assertThat(rounds.drained).hasValue(1));
        assertThat(publisher.publicationFailure()).isEmpty();
    }

    @Test
    void manyCommitsAtOncePublishOneAfterTheOther() {
        begin();

        CompletableFuture.allOf(IntStream.range(0, 100)
                        .mapToObj(commit ->
                                CompletableFuture.runAsync(() -> publisher.onRevisionsRaised(new RevisionsRaised())))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        await().untilAsserted(() -> assertThat(rounds.drained).hasPositiveValue());
        assertThat(rounds.mostAtOnce).hasValue(1);
    }

    @Test
    void aRowThatNobodyToldOfIsPublishedWithALaterLook() {
        begin();
        await().untilAsserted(() -> assertThat(beats.count).hasPositiveValue());

        rounds.row.set(true);

        await().untilAsserted(() -> assertThat(rounds.row).isFalse());
    }

    @Test
    void aRowStaysWhileTheGridFailsAndGoesAfterIt() {
        rounds.failing = true;
        rounds.row.set(true);
        begin();
        await().untilAsserted(() -> assertThat(publisher.publicationFailure()).startsWith("publication fails"));
        assertThat(rounds.row).isTrue();
        assertThat(beats.count).hasValue(0);

        rounds.failing = false;

        await().untilAsserted(() -> assertThat(publisher.publicationFailure()).isEmpty());
        assertThat(rounds.row).isFalse();
    }

    @Test
    void afterAFailedHeartbeatEverythingIsComparedAgain() {
        beats.broken = true;
        begin();
        await().untilAsserted(() -> assertThat(publisher.publicationFailure()).isNotEmpty());
        int before = rounds.reconciled.get();

        beats.broken = false;
        publisher.onRevisionsRaised(new RevisionsRaised());

        await().untilAsserted(() -> assertThat(publisher.publicationFailure()).isEmpty());
        assertThat(rounds.reconciled).hasValueGreaterThan(before);
    }

    @Test
    void afterClustersHaveMergedEverythingIsCompared() {
        begin();
        await().untilAsserted(() -> assertThat(beats.count).hasPositiveValue());
        int before = rounds.reconciled.get();

        beats.merged.run();

        await().untilAsserted(() -> assertThat(rounds.reconciled).hasValueGreaterThan(before));
    }
}
