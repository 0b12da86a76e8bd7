package dev.jackstaff.domain.snapshot.control;

import dev.jackstaff.domain.background.BackgroundLoop;
import dev.jackstaff.domain.project.control.RevisionsRaised;
import dev.jackstaff.domain.snapshot.boundary.SnapshotPublication;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * The one thread that publishes: at once after each commit that raised a revision, else every second to see whether anything
 * was left behind, and thoroughly from time to time and after clusters have merged. Nothing ends it but the end of the hub;
 * what fails is tried again.
 */
@ApplicationScoped
public class SnapshotPublisher {
    static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    /** How often the revisions in the grid are compared with the database, in polls. */
    private static final int POLLS_PER_COMPARISON = 30;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    SnapshotPublication publication;

    @Inject
    DataGrid grid;

    private final BackgroundLoop loop = new BackgroundLoop("jackstaff-publisher", POLL_INTERVAL, this::publish);
    private volatile boolean reconcileDue = true;
    /** Touched by the loop alone, as is the next. */
    private int pollsSinceComparison;

    private long verifiedAt;

    /** Begins to publish. Called once, when the database is ready. */
    public void start() {
        start(threads);
    }

    /** The same, on a thread of that kind. */
    void start(ThreadFactory kind) {
        grid.subscribe(this::requestReconciliation);
        loop.start(kind);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    /** A commit has left something to publish. */
    void onRevisionsRaised(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionsRaised raised) {
        loop.wake();
    }

    private void requestReconciliation() {
        reconcileDue = true;
        loop.wake();
    }

    /** Why publication does not work at the moment; empty where it does. */
    public String publicationFailure() {
        if (!loop.isRunning()) {
            return "the publisher is not running";
        }
        return loop.isFailing() ? "publication fails; the log says why" : "";
    }

    private void publish(boolean signalled) {
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
        if (System.nanoTime() - verifiedAt >= POLL_INTERVAL.toNanos()) {
            verify(() -> {
                if (publication.isDue()) {
                    publication.reconcile();
                }
            });
        }
    }

    /** However many signals there are, no heartbeat claims more than a look has shown that is not older than an interval. */
    private void verify(Runnable looking) {
        long begun = System.nanoTime();
        looking.run();
        verifiedAt = begun;
    }
}
