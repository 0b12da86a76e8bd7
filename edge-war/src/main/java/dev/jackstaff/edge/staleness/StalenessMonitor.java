package dev.jackstaff.edge.staleness;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The monitor of snapshot ages, which applies the configured bound. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class StalenessMonitor {
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);
    private static final Logger LOG = Logger.getLogger(StalenessMonitor.class.getName());

    /** The policy for answers from snapshots that are older than the bound. */
    public enum StalePolicy {
        /** Answers as usual. */
        SERVE,
        /** Answers with a warning header. */
        WARN,
        /** Refuses as temporarily unavailable. */
        REFUSE;

        static StalePolicy parse(String name) {
            return Stream.of(values())
                    .filter(policy -> policy.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            EdgeSetting.STALE_POLICY.property() + ": must be serve, warn or refuse, not " + name));
        }
    }

    /**
     * The age of the oldest snapshot at the last check.
     *
     * @param seconds in whole seconds; null if it is unknown
     * @param withWarning whether answers carry a warning
     */
    public record OldestAge(@Nullable String seconds, boolean withWarning) {}

    @Inject
    LiveEnvironments environments;

    @Inject
    Freshness freshness;

    @Inject
    Readiness readiness;

    private final EdgeSettings settings = EdgeSettings.configured();
    private final Optional<Duration> staleAfter = settings.duration(EdgeSetting.STALE_AFTER);
    private final StalePolicy policy =
            settings.text(EdgeSetting.STALE_POLICY).map(StalePolicy::parse).orElse(StalePolicy.SERVE);
    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-staleness", "Checking snapshot ages", this::checkAges);
    private volatile OldestAge age = new OldestAge(null, false);
    private boolean wasStale;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (policy == StalePolicy.REFUSE) {
            Predicate<String> tooOld = environment -> isTooOld(freshness.age(environment));
            environments.setStalenessCheck(tooOld);
            readiness.setRefusalCheck(tooOld);
        }
        loop.start();
    }

    /** The age for the headers of answers. */
    public OldestAge age() {
        return age;
    }

    private boolean isTooOld(Optional<Duration> age) {
        return staleAfter.isPresent() && age.isPresent() && age.get().compareTo(staleAfter.get()) > 0;
    }

    private Duration checkAges() {
        refresh();
        return CHECK_INTERVAL;
    }

    private void refresh() {
        Optional<Duration> oldest = freshness.oldest();
        boolean now = isTooOld(oldest);
        age = new OldestAge(
                oldest.map(duration -> Long.toString(duration.toSeconds())).orElse(null),
                now && policy == StalePolicy.WARN);
        if (now != wasStale) {
            wasStale = now;
            Object[] details = {oldest.map(Duration::toSeconds).orElse(0L), policy};
            LOG.log(
                    now ? Level.WARNING : Level.INFO,
                    now
                            ? "Snapshots are stale: the oldest is {0} s old. The policy is {1}."
                            : "Snapshots are fresh again.",
                    details);
        }
    }

    @PreDestroy
    void stop() {
        loop.stop(CHECK_INTERVAL);
    }
}
