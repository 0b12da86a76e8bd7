package dev.jackstaff.api.evaluation;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.snapshot.SnapshotPublished;
import dev.jackstaff.domain.snapshot.SnapshotWithdrawn;
import dev.jackstaff.domain.snapshot.SnapshotsConfirmed;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The loader of snapshots into the live environments: all at start, then each published one. Snapshots are compiled on
 * a thread of their own, not on that of the event; the live environments keep the newest.
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

    LongSupplier nanoTime = System::nanoTime;

    private volatile boolean started;

    /**
     * Loads all snapshots. Events that arrive meanwhile wait, so that an environment that is removed meanwhile is not
     * served.
     */
    @ActivateRequestContext
    public void load() {
        started = true;
        currentActor.actAs(Actor.SYSTEM);
        for (ProjectView project : projects.list()) {
            ignoreDeleted(() -> load(project.key()));
        }
        live.markComplete();
        executor.start();
    }

    private void load(ProjectKey project) {
        for (EnvironmentView environment : environments.list(project)) {
            ignoreDeleted(() -> live.serve(snapshots.current(project, environment.key())));
        }
    }

    /** Runs a loading, and ignores that what was listed has been deleted before it was read. */
    private static void ignoreDeleted(Runnable loading) {
        try {
            loading.run();
        } catch (DomainException.NotFound deleted) {
            LOG.log(Level.FINE, "An environment was deleted before its snapshot was loaded.", deleted);
        }
    }

    /** Loads a published snapshot. Before the start there is nothing to do, since all are loaded then. */
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

    /** Runs after earlier snapshots are applied; that delay counts as age. */
    void onConfirmed(@Observes SnapshotsConfirmed event) {
        if (started) {
            long moment = nanoTime.getAsLong();
            executor.execute(() -> event.heartbeat().heads().forEach((key, head) -> confirm(key, head, moment)));
        }
    }

    private void confirm(String key, SnapshotHead newest, long moment) {
        if (live.isAhead(key, newest)) {
            freshness.recordAhead(key);
        } else if (!live.isNewer(key, newest)) {
            freshness.confirm(key, Duration.ofNanos(nanoTime.getAsLong() - moment));
        }
    }
}
