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
        byte @Nullable [] fetchSnapshot(String environment, @Nullable SnapshotHead known)
                throws IOException, InterruptedException;
    }

    /** An announced state with its time by {@link System#nanoTime}. */
    private record AnnouncedState(SyncState state, long announcedAt) {
        Duration ageNow(Duration then) {
            return then.plusNanos(System.nanoTime() - announcedAt);
        }
    }

    SnapshotFetcher(SnapshotSource source, LiveEnvironments environments, Intake intake, UpstreamErrors failures) {
        this.source = source;
        this.environments = environments;
        this.intake = intake;
        this.errors = failures;
    }

    /**
     * Announces a state, replacing one that was not applied yet.
     *
     * @param moment the time when it was known, by {@link System#nanoTime}
     */
    synchronized void announce(SyncState state, long moment) {
        announced = new AnnouncedState(state, moment);
        notifyAll();
    }

    private synchronized AnnouncedState awaitAnnounced() throws InterruptedException {
        AnnouncedState told = announced;
        while (told == null) {
            wait();
            told = announced;
        }
        announced = null;
        return told;
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

    private void apply(AnnouncedState told) throws IOException, InterruptedException {
        SyncState state = told.state;
        if (state.complete()) {
            intake.retainOnly(
                    state.environments().stream().map(EnvironmentState::key).collect(Collectors.toSet()));
        }
        List<EnvironmentState> newer = new ArrayList<>();
        for (EnvironmentState known : state.environments()) {
            if (environments.isNewer(known.key(), known.head())) {
                newer.add(known);
            } else {
                confirm(known, told);
            }
        }
        for (EnvironmentState known : newer) {
            fetch(known);
            if (!environments.isNewer(known.key(), known.head())) {
                confirm(known, told);
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

    private boolean isMissing(EnvironmentState known) {
        return environments.isNewer(known.key(), known.head()) && !known.head().equals(refused.get(known.key()));
    }

    private void confirm(EnvironmentState known, AnnouncedState told) {
        Duration age = known.age();
        if (age != null) {
            intake.confirm(known.key(), told.ageNow(age));
        }
    }

    private void fetch(EnvironmentState known) throws IOException, InterruptedException {
        if (known.head().equals(refused.get(known.key()))) {
            return;
        }
        ServedEnvironment served = environments.environment(known.key());
        byte[] document = source.fetchSnapshot(known.key(), served == null ? null : SnapshotHead.of(served.snapshot()));
        if (document != null && !intake.apply(known.key(), document)) {
            refused.put(known.key(), known.head());
        }
    }
}
