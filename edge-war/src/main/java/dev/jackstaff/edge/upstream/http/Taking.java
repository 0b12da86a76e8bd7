package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.sync.SyncState;
import dev.jackstaff.protocols.sync.SyncState.Known;
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
final class Taking implements Runnable {
    private static final Logger LOG = Logger.getLogger(Taking.class.getName());

    private final Fetching source;
    private final LiveEnvironments environments;
    private final Intake intake;
    private final Failures failures;

    /** What was fetched and refused, so that it is not fetched again and again. */
    private final Map<String, SnapshotHead> refused = new HashMap<>();

    private @Nullable Told latest;

    /** Where documents come from. */
    @FunctionalInterface
    interface Fetching {
        /** The document of an environment; null where there is none other than what is known. */
        byte @Nullable [] snapshot(String environment, @Nullable SnapshotHead known)
                throws IOException, InterruptedException;
    }

    /** A state, and when it was heard, by the clock that never goes back. */
    private record Told(SyncState state, long moment) {
        Duration age(Duration then) {
            return then.plusNanos(System.nanoTime() - moment);
        }
    }

    Taking(Fetching source, LiveEnvironments environments, Intake intake, Failures failures) {
        this.source = source;
        this.environments = environments;
        this.intake = intake;
        this.failures = failures;
    }

    /**
     * There is this state; what was told before and not looked at yet no longer counts.
     *
     * @param moment when it was known, by {@link System#nanoTime}
     */
    synchronized void tell(SyncState state, long moment) {
        latest = new Told(state, moment);
        notifyAll();
    }

    private synchronized Told told() throws InterruptedException {
        Told told = latest;
        while (told == null) {
            wait();
            told = latest;
        }
        latest = null;
        return told;
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                take(told());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (IOException failed) {
                failures.count(Failures.Kind.FETCH);
                LOG.log(Level.FINE, "A snapshot could not be fetched; it is tried again.", failed);
            } catch (RuntimeException unforeseen) {
                LOG.log(Level.SEVERE, "Taking snapshots over HTTP failed; it is tried again.", unforeseen);
            }
        }
    }

    private void take(Told told) throws IOException, InterruptedException {
        SyncState state = told.state;
        if (state.complete()) {
            intake.only(state.environments().stream().map(Known::key).collect(Collectors.toSet()));
        }
        List<Known> newer = new ArrayList<>();
        for (Known known : state.environments()) {
            if (environments.isNews(known.key(), known.head())) {
                newer.add(known);
            } else {
                confirm(known, told);
            }
        }
        for (Known known : newer) {
            fetch(known);
            if (!environments.isNews(known.key(), known.head())) {
                confirm(known, told);
            }
        }
        if (newer.stream().noneMatch(this::missing)) {
            everythingTaken(state);
        }
    }

    /** A source that was itself started without its own is as good as its backup. */
    private void everythingTaken(SyncState state) {
        if (state.complete()) {
            intake.complete();
        } else if (state.ready()) {
            environments.restored();
        }
    }

    private boolean missing(Known known) {
        return environments.isNews(known.key(), known.head()) && !known.head().equals(refused.get(known.key()));
    }

    private void confirm(Known known, Told told) {
        Duration age = known.age();
        if (age != null) {
            intake.confirm(known.key(), told.age(age));
        }
    }

    private void fetch(Known known) throws IOException, InterruptedException {
        if (known.head().equals(refused.get(known.key()))) {
            return;
        }
        ServedEnvironment served = environments.environment(known.key());
        byte[] document = source.snapshot(known.key(), served == null ? null : SnapshotHead.of(served.snapshot()));
        if (document != null && !intake.take(known.key(), document)) {
            refused.put(known.key(), known.head());
        }
    }
}
