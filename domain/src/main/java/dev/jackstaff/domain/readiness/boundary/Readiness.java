package dev.jackstaff.domain.readiness.boundary;

import dev.jackstaff.domain.readiness.boundary.ReadinessView.Part;
import dev.jackstaff.domain.snapshot.background.SnapshotPublisher;
import dev.jackstaff.domain.snapshot.control.GridSealing;
import dev.jackstaff.domain.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The readiness check of this hub. Needs no role. */
@ApplicationScoped
public class Readiness {
    @Inject
    Database database;

    @Inject
    SnapshotPublisher publisher;

    @Inject
    GridSealing gridSealing;

    /** Checks every component now. Never throws. */
    public ReadinessView check() {
        return new ReadinessView(List.of(
                part("database", database.connectionFailure()),
                part("migrations", database.migrationFailure()),
                part("publisher", publisher.publicationFailure()),
                new Part("grid", true, refusedValues(gridSealing.refusedCount()))));
    }

    /** Refused values change nothing, so they do not make the hub unready. */
    private static String refusedValues(long count) {
        return count == 0 ? "" : "values refused in the data grid since the start: " + count;
    }

    private static Part part(String name, String trouble) {
        return new Part(name, trouble.isEmpty(), trouble);
    }
}
