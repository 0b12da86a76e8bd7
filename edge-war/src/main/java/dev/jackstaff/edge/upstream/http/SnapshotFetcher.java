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
 * Brings what is served to the state that was told last: fetches what is newer, lets go of what is gone, and confirms what is
 * the newest. On a thread of its own, so that however long a document takes, the stream is listened to. What fails is tried
 * again when the next state or age is told.
 */
final class SnapshotFetcher implements Runnable {
    private static final Logger LOG = Logger.getLogger(SnapshotFetcher.class.getName());

    private final SnapshotSource source;
    private final LiveEnvironments environments;
    private final Intake intake;
    private final UpstreamErrors errors;

    /** What was fetched and refused, so that it is not fetched again and again. */
    private final Map<String, SnapshotHead> refused = new HashMap<>();

    private @Nullable AnnouncedState announced;

    /** Where documents come from. */
    @FunctionalInterface
    interface SnapshotSource {
        /** The document of an environment; null where there is none other than what is known. */
        byte @Nullable [] fetchSnapshot(String environment, @Nullable SnapshotHead known)
                throws IOException, InterruptedException;
    }

    /** A state, and when it was heard, by the clock that never goes back. */
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
     * There is this state; what was told before and not looked at yet no longer counts.
     *
     * @param moment when it was known, by {@link System#nanoTime}
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

    /** Until it is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                apply(awaitAnnounced());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (IOException failed) {
                errors.record(UpstreamErrors.ErrorKind.FETCH);
                LOG.log(Level.FINE, "A snapshot could not be fetched; it is tried again.", failed);
            } catch (RuntimeException | Error unforeseen) {
                LOG.log(Level.SEVERE, "Taking snapshots over HTTP failed; it is tried again.", unforeseen);
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

    /** A source that was itself started without its own is as good as its backup. */
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
