package dev.jackstaff.domain.snapshot.control;

import dev.jackstaff.domain.project.control.RevisionsRaised;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

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

    private static final Logger LOG = Logger.getLogger(SnapshotPublisher.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    SnapshotPublication publication;

    @Inject
    DataGrid grid;

    private final Semaphore signals = new Semaphore(0);
    private volatile boolean stopped;
    private volatile boolean reconcileDue = true;
    /** Touched by the worker alone, as is the next. */
    private int pollsSinceComparison;

    private long verifiedAt;

    private volatile @Nullable Thread worker;
    private volatile @Nullable String failure;

    /** Begins to publish. Called once, when the database is ready. */
    public void start() {
        grid.subscribe(this::requestReconciliation);
        Thread thread = threads.newThread(this::runLoop);
        thread.setName("jackstaff-publisher");
        worker = thread;
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        signals.release();
    }

    /** A commit has left something to publish. */
    void onRevisionsRaised(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionsRaised raised) {
        signals.release();
    }

    private void requestReconciliation() {
        reconcileDue = true;
        signals.release();
    }

    /** Why publication does not work at the moment; empty where it does. */
    public String publicationFailure() {
        Thread thread = worker;
        if (thread == null || !thread.isAlive()) {
            return "the publisher is not running";
        }
        String latest = failure;
        return latest == null ? "" : latest;
    }

    private void runLoop() {
        boolean signalled = true;
        while (!isStopped()) {
            try {
                publish(signalled);
                grid.sendHeartbeat();
                noteRecovery();
            } catch (RuntimeException | Error failed) {
                reconcileDue = true;
                noteFailure(failed);
            }
            signalled = awaitSignal();
        }
    }

    private boolean isStopped() {
        return stopped || (Thread.currentThread() instanceof ManageableThread managed && managed.isShutdown());
    }

    private void publish(boolean signalled) {
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

    /** Waits for a signal, or for the next poll; true for a signal. */
    private boolean awaitSignal() {
        try {
            boolean signalled = signals.tryAcquire(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            signals.drainPermits();
            if (!signalled && ++pollsSinceComparison >= POLLS_PER_COMPARISON) {
                reconcileDue = true;
            }
            return signalled;
        } catch (InterruptedException notEnded) {
            return true;
        }
    }

    private void noteFailure(Throwable cause) {
        if (failure == null) {
            LOG.log(Level.WARNING, "snapshots cannot be published; trying again every second", cause);
        }
        failure = "publication fails; the log says why";
    }

    private void noteRecovery() {
        if (failure != null) {
            LOG.info("snapshots are published again");
            failure = null;
        }
    }
}
