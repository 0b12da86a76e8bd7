package dev.jackstaff.domain.history.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.history.boundary.HistoryCleanup;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The background loop that removes expired history. */
@ApplicationScoped
public class HistorySweeper {
    private static final Duration INTERVAL = Duration.ofMinutes(30);

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    HistoryCleanup cleanup;

    private final BackgroundLoop loop = BackgroundLoop.every(
            INTERVAL, "jackstaff-history", "Removing expired history", () -> cleanup.removeExpired());

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        loop.start(threads);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }
}
