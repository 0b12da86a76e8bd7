package dev.jackstaff.protocols.environment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The times at which the served snapshots arrived, by environment. Thread-safe. */
final class ArrivalTimes {
    /** The time within which a source that sent a snapshot also says that it is the newest. */
    private static final Duration NOTICE_LIMIT = Duration.ofSeconds(3);

    private final Clock clock;
    private final Map<String, Instant> times = new ConcurrentHashMap<>();

    ArrivalTimes(Clock clock) {
        this.clock = clock;
    }

    void record(String environment) {
        times.put(environment, clock.instant());
    }

    void forget(String environment) {
        times.remove(environment);
    }

    /** Whether the snapshot arrived so lately that its source may not have noticed it itself. */
    boolean isRecent(String environment) {
        Instant arrived = times.get(environment);
        return arrived != null && !arrived.plus(NOTICE_LIMIT).isBefore(clock.instant());
    }
}
