package dev.jackstaff.protocols.environment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The age of each served environment: the time since its source last confirmed it as the newest. A snapshot's age is
 * the time since its source last said that it is the newest one there is; through a chain of edges the ages add up.
 * Measured by this process's own clock that never goes back, so that clocks that differ do not matter.
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
     * The source says that what is served of an environment is the newest there is.
     *
     * @param age how old the source's own knowledge is; nothing where it is the origin
     */
    public void confirm(String environment, Duration age) {
        confirmed.merge(environment, nanoTime.getAsLong() - age.toNanos(), Freshness::later);
    }

    /** An environment is served no longer. */
    public void forget(String environment) {
        confirmed.remove(environment);
    }

    /** How old what is served of an environment may be; empty where nobody ever said. */
    public Optional<Duration> age(String environment) {
        return Optional.ofNullable(confirmed.get(environment)).map(this::since);
    }

    /** The greatest age of any environment; empty where nobody ever said one. */
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
