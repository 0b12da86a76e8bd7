package dev.jackstaff.edge.staleness;

import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the snapshots' ages, and applies the bound that was set to them. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class Staleness {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);
    private static final Logger LOG = Logger.getLogger(Staleness.class.getName());

    /** What becomes of an answer from a snapshot that is older than the bound. */
    public enum Policy {
        /** It is given, like any other. */
        SERVE,
        /** It is given, with a warning. */
        WARN,
        /** It is refused, as something that heals by itself. */
        REFUSE;

        static Policy named(String name) {
            return Stream.of(values())
                    .filter(policy -> policy.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            EdgeSetting.STALE_POLICY.property() + ": serve, warn or refuse is expected, not " + name));
        }
    }

    /**
     * The greatest age of any environment, as it was a moment ago.
     *
     * @param seconds in whole seconds; null where it is not known
     * @param warned whether answers are to carry a warning
     */
    public record Age(@Nullable String seconds, boolean warned) {}

    @Inject
    LiveEnvironments environments;

    @Inject
    Freshness freshness;

    private final EdgeSettings settings = EdgeSettings.configured();
    private final Optional<Duration> after = settings.duration(EdgeSetting.STALE_AFTER);
    private final Policy policy =
            settings.text(EdgeSetting.STALE_POLICY).map(Policy::named).orElse(Policy.SERVE);
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> Daemon.thread("jackstaff-staleness", task));
    private volatile Age age = new Age(null, false);
    private boolean stale;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (policy == Policy.REFUSE) {
            environments.refuse(environment -> tooOld(freshness.age(environment)));
        }
        Future<?> untilStopped =
                worker.scheduleWithFixedDelay(this::look, 0, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.FINE, "Looking at the snapshots' ages: {0}.", untilStopped);
    }

    /** The age that goes with answers now. */
    public Age age() {
        return age;
    }

    private boolean tooOld(Optional<Duration> known) {
        return after.isPresent() && known.isPresent() && known.get().compareTo(after.get()) > 0;
    }

    private void look() {
        Optional<Duration> oldest = freshness.oldest();
        boolean now = tooOld(oldest);
        age = new Age(
                oldest.map(duration -> Long.toString(duration.toSeconds())).orElse(null), now && policy == Policy.WARN);
        if (now != stale) {
            stale = now;
            Object[] details = {oldest.map(Duration::toSeconds).orElse(0L), policy};
            LOG.log(
                    now ? Level.WARNING : Level.INFO,
                    now
                            ? "Snapshots are stale: what is served may be {0} s old. The policy is {1}."
                            : "Snapshots are fresh again.",
                    details);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdown();
    }
}
