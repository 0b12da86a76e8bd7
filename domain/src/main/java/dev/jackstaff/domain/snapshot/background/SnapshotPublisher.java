package dev.jackstaff.domain.snapshot.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.project.control.RevisionsRaised;
import dev.jackstaff.domain.snapshot.boundary.SnapshotPublication;
import dev.jackstaff.domain.snapshot.control.DataGrid;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The background loop that publishes snapshots: after each commit that raised a revision, every second for what was
 * left behind, and with a full comparison from time to time and after cluster merges. Only the end of the hub ends it;
 * what fails is tried again.
 */
@ApplicationScoped
public class SnapshotPublisher {
    /** The time between two polls for changes that were left behind. */
    public static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    /** The number of polls between two full comparisons of the grid with the database. */
    private static final int POLLS_PER_COMPARISON = 30;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    SnapshotPublication publication;

    @Inject
    DataGrid grid;

    private final BackgroundLoop loop =
            BackgroundLoop.every(POLL_INTERVAL, "jackstaff-publisher", "Publishing snapshots", this::publish);
    private final AtomicBoolean committed = new AtomicBoolean();
    private volatile boolean reconcileDue = true;
    /** Used by the loop's thread only, as is the next. */
    private int pollsSinceComparison;

    private long verifiedAt;
    private final LongSupplier nanoTime;

    /** A publisher with the system's clock. */
    public SnapshotPublisher() {
        this(System::nanoTime);
    }

    SnapshotPublisher(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        start(threads);
    }

    /** Starts the loop on a thread of the given factory. */
    void start(ThreadFactory factory) {
        grid.subscribe(this::requestReconciliation);
        loop.start(factory);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    /** Wakes the loop after a commit. */
    void onRevisionsRaised(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionsRaised raised) {
        committed.set(true);
        loop.wake();
    }

    private void requestReconciliation() {
        reconcileDue = true;
        loop.wake();
    }

    /** The reason why publication fails; empty if it works. */
    public String publicationFailure() {
        if (!loop.isRunning()) {
            return "the publisher is not running";
        }
        return loop.isFailing() ? "publication fails; see the log" : "";
    }

    private void publish() {
        boolean signalled = committed.getAndSet(false);
        if (!signalled && ++pollsSinceComparison >= POLLS_PER_COMPARISON) {
            reconcileDue = true;
        }
        try {
            publishDue(signalled);
            grid.sendHeartbeat();
        } catch (RuntimeException | Error failed) {
            reconcileDue = true;
            throw failed;
        }
    }

    private void publishDue(boolean signalled) {
        if (reconcileDue) {
            reconcileDue = false;
            pollsSinceComparison = 0;
            verify(publication::reconcile);
            return;
        }
        if (signalled) {
            publication.publishPending();
        }
        if (nanoTime.getAsLong() - verifiedAt >= POLL_INTERVAL.toNanos()) {
            verify(() -> {
                if (publication.isDue()) {
                    publication.reconcile();
                }
            });
        }
    }

    /** Runs a check and remembers when it began, so that no heartbeat rests on one that is older than an interval. */
    private void verify(Runnable check) {
        long begun = nanoTime.getAsLong();
        check.run();
        verifiedAt = begun;
    }
}
