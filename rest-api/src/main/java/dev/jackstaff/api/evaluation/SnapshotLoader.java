package dev.jackstaff.api.evaluation;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.snapshot.boundary.SnapshotPublished;
import dev.jackstaff.domain.snapshot.boundary.SnapshotWithdrawn;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.snapshot.boundary.SnapshotsConfirmed;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings snapshots from the domain to the live environments: all of them at start, and each as it is published. Compiling them
 * does not belong on the thread that says so; the live environments see to it that the newest stays.
 */
@ApplicationScoped
public class SnapshotLoader {
    private static final Logger LOG = Logger.getLogger(SnapshotLoader.class.getName());

    @Inject
    LiveEnvironments live;

    @Inject
    Freshness freshness;

    @Inject
    CurrentActor currentActor;

    @Inject
    Projects projects;

    @Inject
    Environments environments;

    @Inject
    Snapshots snapshots;

    @Inject
    SerialExecutor executor;

    private volatile boolean started;

    /** What is told of meanwhile waits until all is loaded: what is removed then, is not served. */
    @ActivateRequestContext
    void load(@Observes @Initialized(ApplicationScoped.class) Object application) {
        started = true;
        currentActor.actAs(Actor.SYSTEM);
        for (ProjectView project : projects.list()) {
            ifStillThere(() -> load(project.key()));
        }
        live.markComplete();
        executor.start();
    }

    private void load(ProjectKey project) {
        for (EnvironmentView environment : environments.list(project)) {
            ifStillThere(() -> live.serve(snapshots.current(project, environment.key())));
        }
    }

    /** What was listed may be deleted before it is read. */
    private static void ifStillThere(Runnable loading) {
        try {
            loading.run();
        } catch (DomainException.NotFound deleted) {
            LOG.log(Level.FINE, "What was listed is gone.", deleted);
        }
    }

    /** Before the start there is nothing to do: what is published until then is loaded. */
    void onPublished(@Observes SnapshotPublished event) {
        if (started) {
            executor.execute(() -> live.serve(event.snapshot()));
        }
    }

    void onWithdrawn(@Observes SnapshotWithdrawn event) {
        if (started) {
            executor.execute(() -> {
                live.withdraw(event.key());
                freshness.forget(event.key());
            });
        }
    }

    /** After what was published until then; what that takes is part of the age. */
    void onConfirmed(@Observes SnapshotsConfirmed event) {
        if (started) {
            long moment = System.nanoTime();
            executor.execute(() -> event.heartbeat().heads().forEach((key, head) -> confirm(key, head, moment)));
        }
    }

    private void confirm(String key, SnapshotHead newest, long moment) {
        if (!live.isNewer(key, newest)) {
            freshness.confirm(key, Duration.ofNanos(System.nanoTime() - moment));
        }
    }
}
