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
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
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
public class PublishedSnapshots {
    @Inject
    LiveEnvironments live;

    @Inject
    Freshness freshness;

    @Inject
    CurrentActor current;

    @Inject
    Projects projects;

    @Inject
    Environments environments;

    @Inject
    Snapshots snapshots;

    @Inject
    Worker worker;

    private volatile boolean started;

    @ActivateRequestContext
    void load(@Observes @Initialized(ApplicationScoped.class) Object application) {
        worker.start();
        started = true;
        current.actAs(Actor.SYSTEM);
        for (ProjectView project : projects.list()) {
            for (EnvironmentView environment : environments.list(project.key())) {
                live.serve(snapshots.current(project.key(), environment.key()));
            }
        }
        live.complete();
    }

    /** Before the start there is nothing to do: what is published until then is loaded. */
    void published(@Observes SnapshotPublished event) {
        if (started) {
            worker.execute(() -> live.serve(event.snapshot()));
        }
    }

    void withdrawn(@Observes SnapshotWithdrawn event) {
        if (started) {
            worker.execute(() -> {
                live.withdraw(event.key());
                freshness.forget(event.key());
            });
        }
    }

    /** After what was published until then; what that takes is part of the age. */
    void confirmed(@Observes SnapshotsConfirmed event) {
        if (started) {
            long moment = System.nanoTime();
            worker.execute(() -> event.heartbeat().heads().forEach((key, head) -> confirm(key, head, moment)));
        }
    }

    private void confirm(String key, SnapshotHead newest, long moment) {
        if (!live.isNews(key, newest)) {
            freshness.confirm(key, Duration.ofNanos(System.nanoTime() - moment));
        }
    }
}
