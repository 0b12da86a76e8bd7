package dev.jackstaff.domain.change.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.boundary.FlagRestorations;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The background loop that turns flags on again that were turned off for a time. What was due while no hub ran is done
 * late; two hubs do it once, because each is claimed by a lock in the database.
 */
@ApplicationScoped
public class FlagRestorer {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(FlagRestorer.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    FlagRestorations restorations;

    private final BackgroundLoop loop =
            BackgroundLoop.every(POLL_INTERVAL, "jackstaff-restorer", "Turning flags on again", this::restore);

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        loop.start(threads);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    private void restore() {
        for (String id : restorations.due()) {
            try {
                restorations.restore(id);
            } catch (DomainException refused) {
                if (refused.kind() != DomainException.Kind.STALE) {
                    LOG.log(Level.WARNING, "A flag is not turned on again: {0}", refused.sentence());
                    restorations.giveUp(id, refused.sentence());
                }
            }
        }
    }
}
