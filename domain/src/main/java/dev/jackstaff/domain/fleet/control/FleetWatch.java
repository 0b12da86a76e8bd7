package dev.jackstaff.domain.fleet.control;

import dev.jackstaff.domain.fleet.boundary.Fleet;
import dev.jackstaff.domain.snapshot.control.EdgeLetters;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.StatusDocument;
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
public class FleetWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Logger LOG = Logger.getLogger(FleetWatch.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    EdgeLetters letters;

    @Inject
    Fleet fleet;

    @Inject
    Forgetting forgetting;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean failing;

    /** Begins to watch. Called once, when the database is ready. */
    public void start() {
        Thread thread = threads.newThread(this::work);
        thread.setName("jackstaff-fleet");
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void work() {
        do {
            round();
        } while (!over());
    }

    /** Waits for the next round, or for the end. */
    private boolean over() {
        try {
            return stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
                    || (Thread.currentThread() instanceof ManageableThread managed && managed.isShutdown());
        } catch (InterruptedException notEnded) {
            return false;
        }
    }

    private void round() {
        try {
            List<EdgeStatus> statuses = statuses();
            if (!statuses.isEmpty()) {
                fleet.report(statuses);
            }
            forgetting.forget();
            failing = false;
        } catch (RuntimeException | Error failed) {
            LOG.log(failing ? Level.FINE : Level.WARNING, "what edges say is not noted; it is tried again", failed);
            failing = true;
        }
    }

    private List<EdgeStatus> statuses() {
        List<EdgeStatus> statuses = new ArrayList<>();
        for (byte[] document : letters.statuses()) {
            try {
                statuses.add(StatusDocument.read(document));
            } catch (DocumentException unfit) {
                LOG.log(Level.FINE, "An edge's status is not understood.", unfit);
            }
        }
        return statuses;
    }
}
