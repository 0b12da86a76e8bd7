package dev.jackstaff.domain.fleet.control;

import dev.jackstaff.domain.fleet.boundary.Fleet;
import dev.jackstaff.domain.snapshot.control.EdgeMailbox;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.EdgeStatusCodec;
import dev.jackstaff.engine.snapshot.DocumentException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one thread that brings what edges of the data grid say of themselves into the database. What fails is tried again. */
@ApplicationScoped
public class EdgeStatusCollector {
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Logger LOG = Logger.getLogger(EdgeStatusCollector.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    EdgeMailbox mailbox;

    @Inject
    Fleet fleet;

    @Inject
    SilentEdgeCleanup cleanup;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean failing;

    /** Begins to watch. Called once, when the database is ready. */
    public void start() {
        Thread thread = threads.newThread(this::runLoop);
        thread.setName("jackstaff-fleet");
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void runLoop() {
        do {
            collect();
        } while (!isStopped());
    }

    /** Waits for the next round, or for the end. */
    private boolean isStopped() {
        try {
            return stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
                    || (Thread.currentThread() instanceof ManageableThread managed && managed.isShutdown());
        } catch (InterruptedException notEnded) {
            return false;
        }
    }

    private void collect() {
        try {
            List<EdgeStatus> statuses = readStatuses();
            if (!statuses.isEmpty()) {
                fleet.recordStatuses(statuses);
            }
            cleanup.removeSilentEdges();
            failing = false;
        } catch (RuntimeException | Error failed) {
            LOG.log(failing ? Level.FINE : Level.WARNING, "what edges say is not noted; it is tried again", failed);
            failing = true;
        }
    }

    private List<EdgeStatus> readStatuses() {
        List<EdgeStatus> statuses = new ArrayList<>();
        for (byte[] document : mailbox.statuses()) {
            try {
                statuses.add(EdgeStatusCodec.read(document));
            } catch (DocumentException unfit) {
                LOG.log(Level.FINE, "An edge's status is not understood.", unfit);
            }
        }
        return statuses;
    }
}
