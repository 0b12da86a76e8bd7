package dev.jackstaff.api.evaluation;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
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

/**
 * Brings snapshots from the domain to the live environments: all of them at start, and each as it is published. Compiling them
 * does not belong on the thread that says so; the live environments see to it that the newest stays.
 */
@ApplicationScoped
public class SnapshotLoader {
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

    @ActivateRequestContext
    void load(@Observes @Initialized(ApplicationScoped.class) Object application) {
        executor.start();
        started = true;
        currentActor.actAs(Actor.SYSTEM);
        for (ProjectView project : projects.list()) {
            for (EnvironmentView environment : environments.list(project.key())) {
                live.serve(snapshots.current(project.key(), environment.key()));
            }
        }
        live.markComplete();
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
