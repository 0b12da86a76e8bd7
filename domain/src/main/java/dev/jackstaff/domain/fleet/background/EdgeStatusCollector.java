package dev.jackstaff.domain.fleet.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.fleet.boundary.Fleet;
import dev.jackstaff.domain.snapshot.control.EdgeMailbox;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.EdgeStatusCodec;
import dev.jackstaff.engine.snapshot.DocumentException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The background loop that stores the statuses edges put into the data grid. What fails is tried again. */
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

    private final BackgroundLoop loop =
            BackgroundLoop.every(INTERVAL, "jackstaff-fleet", "Storing statuses of edges", this::storeStatuses);

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        loop.start(threads);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    private void storeStatuses() {
        List<EdgeStatus> statuses = readStatuses();
        if (!statuses.isEmpty()) {
            fleet.recordStatuses(statuses);
        }
        fleet.removeSilentEdges();
    }

    private List<EdgeStatus> readStatuses() {
        List<EdgeStatus> statuses = new ArrayList<>();
        for (byte[] document : mailbox.statuses()) {
            try {
                statuses.add(EdgeStatusCodec.read(document));
            } catch (DocumentException malformed) {
                LOG.log(Level.FINE, "The status report of an edge cannot be parsed.", malformed);
            }
        }
        return statuses;
    }
}
