package dev.jackstaff.protocols.environment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The readiness of a host for requests, for all routes that report it. A host is ready while it answers: it serves its
 * environments, however old they are, does not refuse all of them as too old, and is not stopping.
 */
@ApplicationScoped
public class Readiness {
    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final Clock clock;
    private volatile Predicate<String> refusalCheck = environment -> false;
    private volatile boolean draining;
    private volatile Optional<Duration> healthyAge = Optional.empty();

    @Inject
    public Readiness(LiveEnvironments environments, Freshness freshness) {
        this(environments, freshness, Clock.systemUTC());
    }

    public Readiness(LiveEnvironments environments, Freshness freshness, Clock clock) {
        this.environments = environments;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** For the CDI proxy only. */
    protected Readiness() {
        this(new LiveEnvironments(), new Freshness());
    }

    /** Whether the host answers requests. */
    public boolean isReady() {
        return environments.isReady() && !isRefusing() && !draining;
    }

    /** Whether every served environment is refused because it is too old. */
    public boolean isRefusing() {
        Set<String> served = environments.environments().keySet();
        return !served.isEmpty() && served.stream().allMatch(refusalCheck);
    }

    /** Sets the check for environments that the host refuses to serve because they are too old. */
    public void setRefusalCheck(Predicate<String> check) {
        refusalCheck = check;
    }

    /** Records that the host is stopping. */
    public void drain() {
        draining = true;
    }

    /** Whether the host is stopping. */
    public boolean isDraining() {
        return draining;
    }

    /** Sets the age up to which environments count as updated, for health checks that ask for it; empty for any age. */
    public void setHealthyAge(Optional<Duration> age) {
        healthyAge = age;
    }

    /** Whether an environment was not confirmed for longer than the healthy age. */
    public boolean isStale() {
        return freshness
                .oldest()
                .flatMap(age -> healthyAge.map(limit -> age.compareTo(limit) > 0))
                .orElse(false);
    }

    /** When all environments were last known to be up to date; empty if that was never so. */
    public Optional<Instant> lastUpdate() {
        return freshness.oldest().map(age -> clock.instant().minus(age));
    }
}
