package dev.jackstaff.domain.draft.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.draft.boundary.DraftCleanup;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The background loop that removes expired drafts. */
@ApplicationScoped
public class DraftSweeper {
    private static final Duration INTERVAL = Duration.ofMinutes(30);

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    DraftCleanup cleanup;

    private final BackgroundLoop loop = BackgroundLoop.every(
            INTERVAL, "jackstaff-drafts", "Removing expired drafts", () -> cleanup.removeExpired());

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        loop.start(threads);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }
}
