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
public class Publisher {
    static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    /** How often the revisions in the grid are compared with the database, in polls. */
    private static final int POLLS_PER_COMPARISON = 30;

    private static final Logger LOG = Logger.getLogger(Publisher.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    Publication publication;

    @Inject
    Grid grid;

    private final Semaphore signals = new Semaphore(0);
    private volatile boolean stopped;
    private volatile boolean compare = true;
    /** Touched by the worker alone, as is the next. */
    private int quietPolls;

    private long lookedAt;

    private volatile @Nullable Thread worker;
    private volatile @Nullable String failure;

    /** Begins to publish. Called once, when the database is ready. */
    public void start() {
        grid.follow(this::compareSoon);
        Thread thread = threads.newThread(this::work);
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
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionsRaised raised) {
        signals.release();
    }

    private void compareSoon() {
        compare = true;
        signals.release();
    }

    /** Why publication does not work at the moment; empty where it does. */
    public String trouble() {
        Thread thread = worker;
        if (thread == null || !thread.isAlive()) {
            return "the publisher is not running";
        }
        String latest = failure;
        return latest == null ? "" : latest;
    }

    private void work() {
        boolean signalled = true;
        while (!over()) {
            try {
                round(signalled);
                grid.beat();
                recovered();
            } catch (RuntimeException | Error failed) {
                compare = true;
                failed(failed);
            }
            signalled = awaitSignal();
        }
    }

    private boolean over() {
        return stopped || (Thread.currentThread() instanceof ManageableThread managed && managed.isShutdown());
    }

    private void round(boolean signalled) {
        if (compare) {
            compare = false;
            quietPolls = 0;
            look(publication::reconcile);
            return;
        }
        if (signalled) {
            publication.drain();
        }
        if (System.nanoTime() - lookedAt >= POLL_INTERVAL.toNanos()) {
            look(() -> {
                if (publication.due()) {
                    publication.reconcile();
                }
            });
        }
    }

    /** However many signals there are, no heartbeat claims more than a look has shown that is not older than an interval. */
    private void look(Runnable looking) {
        long begun = System.nanoTime();
        looking.run();
        lookedAt = begun;
    }

    /** Waits for a signal, or for the next poll; true for a signal. */
    private boolean awaitSignal() {
        try {
            boolean signalled = signals.tryAcquire(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            signals.drainPermits();
            if (!signalled && ++quietPolls >= POLLS_PER_COMPARISON) {
                compare = true;
            }
            return signalled;
        } catch (InterruptedException notEnded) {
            return true;
        }
    }

    private void failed(Throwable cause) {
        if (failure == null) {
            LOG.log(Level.WARNING, "snapshots cannot be published; trying again every second", cause);
        }
        failure = "publication fails; the log says why";
    }

    private void recovered() {
        if (failure != null) {
            LOG.info("snapshots are published again");
            failure = null;
        }
    }
}
