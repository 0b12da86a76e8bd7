package dev.jackstaff.domain.audit.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.audit.control.AuditAnchors;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The background loop that writes the head of the audit trail down outside the database. */
@ApplicationScoped
public class AuditAnchorer {
    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    AuditAnchors anchors;

    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-audit-anchors", "Anchoring the audit trail", this::anchor);
    private volatile Duration interval = Duration.ofHours(1);

    /** Sets the time between two anchors. */
    public void configure(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("JACKSTAFF_AUDIT_ANCHOR_INTERVAL must be at least 1 minute");
        }
        interval = time;
    }

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        loop.start(threads);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    private Duration anchor() throws Exception {
        anchors.write();
        return interval;
    }
}
