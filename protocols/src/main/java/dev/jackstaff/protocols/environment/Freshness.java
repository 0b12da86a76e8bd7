package dev.jackstaff.protocols.environment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
        confirmed.merge(environment, nanoTime.getAsLong() - age.toNanos(), Freshness::later);
    }

    /** Removes an environment that is no longer served. */
    public void forget(String environment) {
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
