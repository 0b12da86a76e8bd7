package dev.jackstaff.domain.startup;

import dev.jackstaff.background.RetriedStart;
import dev.jackstaff.domain.access.boundary.Bootstrap;
import dev.jackstaff.domain.audit.background.AuditAnchorer;
import dev.jackstaff.domain.audit.background.AuditSealer;
import dev.jackstaff.domain.audit.background.AuditSweeper;
import dev.jackstaff.domain.audit.control.AuditChain;
import dev.jackstaff.domain.change.background.FlagRestorer;
import dev.jackstaff.domain.draft.background.DraftSweeper;
import dev.jackstaff.domain.fleet.background.EdgeStatusCollector;
import dev.jackstaff.domain.history.background.HistorySweeper;
import dev.jackstaff.domain.readiness.StartupState;
import dev.jackstaff.domain.snapshot.background.SnapshotPublisher;
import dev.jackstaff.domain.storage.Database;
import dev.jackstaff.domain.usage.background.UsageCollector;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The part of the startup that needs the database: schema, first administrator, background loops. It is retried until
 * it succeeds, so that a hub may start before its database.
 */
@ApplicationScoped
public class DatabaseStartup {
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    /** The pause after a refused migration; somebody has to mend the schema. */
    private static final Duration REFUSAL_PAUSE = Duration.ofSeconds(10);

    /** How long a deployment waits for the first attempt; a hub whose database answers is ready when it is deployed. */
    private static final Duration FIRST_ATTEMPT = Duration.ofSeconds(30);

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    Database database;

    @Inject
    Bootstrap bootstrap;

    @Inject
    SnapshotPublisher publisher;

    @Inject
    UsageCollector usageCollector;

    @Inject
    EdgeStatusCollector edgeStatusCollector;

    @Inject
    FlagRestorer flagRestorer;

    @Inject
    HistorySweeper historySweeper;

    @Inject
    DraftSweeper draftSweeper;

    @Inject
    AuditChain auditChain;

    @Inject
    AuditSealer auditSealer;

    @Inject
    AuditAnchorer auditAnchorer;

    @Inject
    AuditSweeper auditSweeper;

    @Inject
    StartupState state;

    private @Nullable RetriedStart startup;

    /** Starts, and returns after the first attempt. */
    void start(Bootstrap.Administrator administrator) {
        RetriedStart begun =
                new RetriedStart("jackstaff-startup", "The start of the hub", () -> tryOnce(administrator));
        startup = begun;
        begun.start(threads, FIRST_ATTEMPT);
    }

    @PreDestroy
    void stop() {
        if (startup != null) {
            startup.stop();
        }
    }

    private Duration tryOnce(Bootstrap.Administrator administrator) {
        String unreachable = database.connectionFailure();
        if (!unreachable.isEmpty()) {
            state.recordFailure(unreachable, null);
            return RETRY_PAUSE;
        }
        try {
            database.migrate();
            auditChain.requireSecret();
            bootstrap.createMissing(administrator);
        } catch (FlywayException refused) {
            state.recordFailure("the schema cannot be migrated: " + refused.getMessage(), null);
            return REFUSAL_PAUSE;
        } catch (RuntimeException failed) {
            state.recordFailure(String.valueOf(failed), failed);
            return RETRY_PAUSE;
        }
        publisher.start();
        usageCollector.start();
        edgeStatusCollector.start();
        flagRestorer.start();
        historySweeper.start();
        draftSweeper.start();
        auditSealer.start();
        auditAnchorer.start();
        auditSweeper.start();
        state.recordCompletion();
        return Duration.ZERO;
    }
}
