package dev.jackstaff.domain.readiness.boundary;

import dev.jackstaff.domain.readiness.StartupState;
import dev.jackstaff.domain.readiness.boundary.ReadinessView.Part;
import dev.jackstaff.domain.snapshot.background.SnapshotPublisher;
import dev.jackstaff.domain.snapshot.control.GridSealing;
import dev.jackstaff.domain.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The readiness check of this hub. Needs no role. */
@ApplicationScoped
public class Readiness {
    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());

    @Inject
    Database database;

    @Inject
    StartupState startup;

    @Inject
    SnapshotPublisher publisher;

    @Inject
    GridSealing gridSealing;

    private final AtomicReference<@Nullable ReadinessView> last = new AtomicReference<>();

    /** Whether the hub has started, so that its use cases can be called. */
    public boolean isStarted() {
        return startup.isComplete();
    }

    /** Checks every component now, and logs what has changed since the last check. Never throws. */
    public ReadinessView check() {
        ReadinessView now = new ReadinessView(List.of(
                databasePart(database.connectionFailure()),
                part("migrations", database.migrationFailure()),
                part("publisher", publisher.publicationFailure()),
                new Part("grid", true, refusedValues(gridSealing.refusedCount()), "")));
        if (!now.equals(last.getAndSet(now)) && !now.ready()) {
            LOG.log(Level.WARNING, "The hub is not ready: {0}", now.parts());
        }
        return now;
    }

    /** Refused values change nothing, so they do not make the hub unready. */
    private static String refusedValues(long count) {
        return count == 0 ? "" : "values refused in the data grid since the start: " + count;
    }

    /** The driver's reason names the address of the database, so it is for the log alone. */
    private static Part databasePart(String reason) {
        boolean ready = reason.isEmpty();
        return new Part("database", ready, ready ? "" : "the database does not answer", reason);
    }

    private static Part part(String name, String trouble) {
        return new Part(name, trouble.isEmpty(), trouble, "");
    }
}
