package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.HazelcastInstance;
import dev.jackstaff.grid.GridSeal;
import dev.jackstaff.grid.RefusedValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** This hub's seal of the data grid, and the count of what it refused. Configured once, before the grid is used. */
@ApplicationScoped
public class GridSealing {
    private static final String SECRET_SETTING = "JACKSTAFF_GRID_SECRET";

    private final RefusedValues refused = new RefusedValues(Logger.getLogger(GridSealing.class.getName()));
    private volatile @Nullable GridSeal seal;

    /**
     * Sets the secrets: the first seals, every one unseals.
     *
     * @throws IllegalArgumentException if there is none, or one is too short
     */
    public void configure(String secrets) {
        try {
            seal = GridSeal.of(secrets);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(SECRET_SETTING + ": " + invalid.getMessage(), invalid);
        }
    }

    /** A map of the grid, sealed. */
    SealedMap map(HazelcastInstance grid, String name) {
        GridSeal configured = seal;
        if (configured == null) {
            throw new IllegalStateException(SECRET_SETTING + " is not configured yet");
        }
        return new SealedMap(grid.getMap(name), configured, refused);
    }

    /** The number of values in the grid that were refused since the start of this hub. */
    public long refusedCount() {
        return refused.count();
    }
}
