package dev.jackstaff.protocols.environment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The age of each served environment: the time since its source last confirmed it as the newest. Through a chain of
 * edges the ages add up. Measured by this process's own monotonic clock, so that differing clocks do not matter.
 */
@ApplicationScoped
public class Freshness {
    private final LongSupplier nanoTime;
    private final Map<String, Long> confirmed = new ConcurrentHashMap<>();
    private final Set<String> ahead = ConcurrentHashMap.newKeySet();

    public Freshness() {
        this(System::nanoTime);
    }

    Freshness(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Records that the source confirmed the served revision of an environment as the newest.
     *
     * @param age how old the source's own knowledge is; zero if it is the origin
     */
    public void confirm(String environment, Duration age) {
        ahead.remove(environment);
        confirmed.merge(environment, nanoTime.getAsLong() - age.toNanos(), Freshness::later);
    }

    /**
     * Records that an environment is served at a later revision than its source has. Until the source catches up, nobody
     * confirms it, and its age grows.
     *
     * @return whether this is news
     */
    public boolean recordAhead(String environment) {
        return ahead.add(environment);
    }

    /** The environments that are served at a later revision than their source has. */
    public Set<String> ahead() {
        return Set.copyOf(ahead);
    }

    /** Removes an environment that is no longer served. */
    public void forget(String environment) {
        ahead.remove(environment);
        confirmed.remove(environment);
    }

    /** The age of an environment; empty if it was never confirmed. */
    public Optional<Duration> age(String environment) {
        return Optional.ofNullable(confirmed.get(environment)).map(this::since);
    }

    /** The greatest age of any environment; empty if none was ever confirmed. */
    public Optional<Duration> oldest() {
        return confirmed.values().stream().reduce(Freshness::earlier).map(this::since);
    }

    private Duration since(long moment) {
        return Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - moment));
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }
}
