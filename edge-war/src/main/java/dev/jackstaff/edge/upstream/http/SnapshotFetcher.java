package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.sync.SyncState;
import dev.jackstaff.protocols.sync.SyncState.EnvironmentState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fetcher of announced snapshots: fetches newer ones, withdraws removed ones and confirms the current ones, on its
 * own thread. So the stream is read however long a document takes. Failures are retried at the next announcement.
 */
final class SnapshotFetcher implements Runnable {
    private static final Logger LOG = Logger.getLogger(SnapshotFetcher.class.getName());

    private final SnapshotSource source;
    private final LiveEnvironments environments;
    private final Intake intake;
    private final UpstreamErrors errors;

    /** The heads of refused snapshots, which are not fetched again. */
    private final Map<String, SnapshotHead> refused = new HashMap<>();

    private @Nullable AnnouncedState announced;

    /** The source of snapshot documents. */
    @FunctionalInterface
    interface SnapshotSource {
        /** The document of an environment; null when it is unchanged or gone. */
        byte @Nullable [] fetchSnapshot(String environment, @Nullable SnapshotHead servedHead)
                throws IOException, InterruptedException;
    }

    /** An announced state with its time by {@link System#nanoTime}. */
    private record AnnouncedState(SyncState state, long announcedAt) {
        Duration ageNow(Duration announcedAge) {
            return announcedAge.plusNanos(System.nanoTime() - announcedAt);
        }
    }

    SnapshotFetcher(SnapshotSource source, LiveEnvironments environments, Intake intake, UpstreamErrors errors) {
        this.source = source;
        this.environments = environments;
        this.intake = intake;
        this.errors = errors;
    }

    /**
     * Announces a state, replacing one that was not applied yet.
     *
     * @param knownAtNanos the time when it was known, by {@link System#nanoTime}
     */
    synchronized void announce(SyncState state, long knownAtNanos) {
        announced = new AnnouncedState(state, knownAtNanos);
        notifyAll();
    }

    private synchronized AnnouncedState awaitAnnounced() throws InterruptedException {
        AnnouncedState announcement = announced;
        while (announcement == null) {
            wait();
            announcement = announced;
        }
        announced = null;
        return announcement;
    }

    /** Runs until interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                apply(awaitAnnounced());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (IOException failed) {
                errors.record(UpstreamErrors.ErrorKind.FETCH);
                LOG.log(Level.FINE, "A snapshot could not be fetched; it is retried.", failed);
            } catch (RuntimeException | Error unforeseen) {
                LOG.log(Level.SEVERE, "Fetching snapshots over HTTP failed; it is retried.", unforeseen);
            }
        }
    }

    private void apply(AnnouncedState announcement) throws IOException, InterruptedException {
        SyncState state = announcement.state;
        if (state.complete()) {
            intake.retainOnly(
                    state.environments().stream().map(EnvironmentState::key).collect(Collectors.toSet()));
        }
        List<EnvironmentState> newer = new ArrayList<>();
        for (EnvironmentState environment : state.environments()) {
            if (environments.isNewer(environment.key(), environment.head())) {
                newer.add(environment);
            } else {
                confirm(environment, announcement);
            }
        }
        for (EnvironmentState environment : newer) {
            fetch(environment);
            if (!environments.isNewer(environment.key(), environment.head())) {
                confirm(environment, announcement);
            }
        }
        if (newer.stream().noneMatch(this::isMissing)) {
            markProgress(state);
        }
    }

    /** Marks the environments as complete, or as restored when the upstream itself serves from its backup. */
    private void markProgress(SyncState state) {
        if (state.complete()) {
            intake.markComplete();
        } else if (state.ready()) {
            intake.restored();
        }
    }

    private boolean isMissing(EnvironmentState environment) {
        return environments.isNewer(environment.key(), environment.head())
                && !environment.head().equals(refused.get(environment.key()));
    }

    private void confirm(EnvironmentState environment, AnnouncedState announcement) {
        Duration age = environment.age();
        if (age != null) {
            intake.confirm(environment.key(), announcement.ageNow(age));
        }
    }

    private void fetch(EnvironmentState environment) throws IOException, InterruptedException {
        if (environment.head().equals(refused.get(environment.key()))) {
            return;
        }
        ServedEnvironment served = environments.environment(environment.key());
        byte[] document =
                source.fetchSnapshot(environment.key(), served == null ? null : SnapshotHead.of(served.snapshot()));
        if (document != null && !intake.apply(environment.key(), document)) {
            refused.put(environment.key(), environment.head());
        }
    }
}
