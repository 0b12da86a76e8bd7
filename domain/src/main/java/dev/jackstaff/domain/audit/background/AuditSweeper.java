package dev.jackstaff.domain.audit.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.audit.boundary.AuditCleanup;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The background loop that removes expired entries of the audit trail. */
@ApplicationScoped
public class AuditSweeper {
    private static final Duration INTERVAL = Duration.ofHours(6);

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    AuditCleanup cleanup;

    private final BackgroundLoop loop = BackgroundLoop.every(
            INTERVAL, "jackstaff-audit-sweeper", "Removing expired audit entries", () -> cleanup.removeExpired());

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        loop.start(threads);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }
}
