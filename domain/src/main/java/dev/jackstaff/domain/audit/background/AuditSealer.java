package dev.jackstaff.domain.audit.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.audit.control.AuditChain;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The background loop that chains new entries of the audit trail, within a second of their commit. */
@ApplicationScoped
public class AuditSealer {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    /** The number of rounds between two that look for entries of any age. */
    private static final int ROUNDS_PER_SWEEP = 600;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    AuditChain chain;

    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-audit-sealer", "Sealing the audit trail", this::seal);
    private int round;

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        loop.start(threads);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    /** Seals a batch; the next one at once, if there may be more. */
    private Duration seal() {
        boolean isThorough = round % ROUNDS_PER_SWEEP == 0;
        round++;
        return chain.extend(isThorough) > 0 ? Duration.ZERO : POLL_INTERVAL;
    }
}
