package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.sync.SyncState;
import dev.jackstaff.protocols.sync.SyncState.EnvironmentState;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fetcher of announced snapshots: fetches newer ones, withdraws removed ones and confirms the current ones, on its
 * own thread. So the stream is read however long a document takes. Failures are retried at the next announcement.
 */
final class SnapshotFetcher implements StateListener {
    private static final Duration UNTIL_ANNOUNCED = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(SnapshotFetcher.class.getName());

    private final SyncSource source;
    private final LiveEnvironments environments;
    private final Intake intake;
    private final UpstreamErrors errors;

    /** The heads of refused snapshots, which are not fetched again. */
    private final Map<String, SnapshotHead> refused = new HashMap<>();

    /** The outages of single environments. */
    private final Map<String, Outage> outages = new HashMap<>();

    private final AtomicReference<@Nullable AnnouncedState> announced = new AtomicReference<>();
    private final LongSupplier nanoTime;
    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-http-fetcher", "Fetching snapshots over HTTP", this::applyAnnounced);

    /** An announced state with its time by {@link System#nanoTime}. */
    private record AnnouncedState(SyncState state, long announcedAt) {
        Duration age(Duration announcedAge, long now) {
            return announcedAge.plusNanos(now - announcedAt);
        }
    }

    SnapshotFetcher(SyncSource source, LiveEnvironments environments, Intake intake, UpstreamErrors errors) {
        this(source, environments, intake, errors, System::nanoTime);
    }

    /** A fetcher with a test's own clock. */
    SnapshotFetcher(
            SyncSource source,
            LiveEnvironments environments,
            Intake intake,
            UpstreamErrors errors,
            LongSupplier nanoTime) {
        this.source = source;
        this.environments = environments;
        this.intake = intake;
        this.errors = errors;
        this.nanoTime = nanoTime;
    }

    void start() {
        loop.start();
    }

    void stop(Duration limit) {
        loop.interrupt(limit);
    }

    @Override
    public void announce(SyncState state, long knownAtNanos) {
        announced.set(new AnnouncedState(state, knownAtNanos));
        loop.wake();
    }

    /** Applies the last announced state, unless it was applied; returns the delay until the next look. */
    Duration applyAnnounced() throws InterruptedException {
        AnnouncedState announcement = announced.get();
        if (announcement != null) {
            try {
                apply(announcement);
            } catch (IOException failed) {
                errors.record(UpstreamErrors.ErrorKind.FETCH);
                LOG.log(Level.FINE, "A snapshot could not be fetched; it is retried.", failed);
            }
            announced.compareAndSet(announcement, null);
        }
        return UNTIL_ANNOUNCED;
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
            tryToFetch(environment);
            confirm(environment, announcement);
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
            intake.confirm(environment.key(), environment.head(), announcement.age(age, nanoTime.getAsLong()));
        }
    }

    /**
     * Fetches a snapshot, and records a failure, which must not keep others from being fetched.
     *
     * @throws IOException if the upstream does not answer at all
     */
    private void tryToFetch(EnvironmentState environment) throws IOException, InterruptedException {
        Outage outage = outages.computeIfAbsent(
                environment.key(), key -> new Outage(LOG, "Fetching the snapshot of " + key + " over HTTP"));
        try {
            fetch(environment);
            outage.recordSuccess();
        } catch (ConnectException | HttpTimeoutException unreachable) {
            throw unreachable;
        } catch (IOException failed) {
            errors.record(UpstreamErrors.ErrorKind.FETCH);
            outage.recordFailure(String.valueOf(failed.getMessage()), null);
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
