package dev.jackstaff.api.startup;

import dev.jackstaff.api.evaluation.SnapshotLoader;
import dev.jackstaff.background.RetriedStart;
import dev.jackstaff.domain.readiness.boundary.Readiness;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** The start of the API: what it loads from the database, as soon as the hub has started. */
@ApplicationScoped
public class ApiStartup {
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    /** How long a deployment waits for the first attempt. */
    private static final Duration FIRST_ATTEMPT = Duration.ofSeconds(30);

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    Readiness readiness;

    @Inject
    SnapshotLoader snapshots;

    private final RetriedStart startup = new RetriedStart("jackstaff-api-startup", "The start of the API", this::load);

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        startup.start(threads, FIRST_ATTEMPT);
    }

    @PreDestroy
    void stop() {
        startup.stop();
    }

    /** Whether requests can be answered. */
    public boolean isComplete() {
        return startup.isComplete();
    }

    private Duration load() {
        if (!readiness.isStarted()) {
            return RETRY_PAUSE;
        }
        snapshots.load();
        return Duration.ZERO;
    }
}
