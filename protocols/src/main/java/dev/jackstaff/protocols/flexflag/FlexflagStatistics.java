package dev.jackstaff.protocols.flexflag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The cache hits and misses since the start of this process, by environment. FlexFlag's cache holds flags: a hit is a
 * flag that exists, a miss one that does not.
 */
@ApplicationScoped
public class FlexflagStatistics {
    private final Map<String, HitCounter> counts = new ConcurrentHashMap<>();

    /** The counters of one environment. */
    static final class HitCounter {
        private final LongAdder hits = new LongAdder();
        private final LongAdder misses = new LongAdder();

        void add(boolean hit) {
            (hit ? hits : misses).increment();
        }

        long hits() {
            return hits.sum();
        }

        long misses() {
            return misses.sum();
        }
    }

    /** The counters of a served environment, {@code project/environment}. */
    HitCounter of(String environment) {
        return counts.computeIfAbsent(environment, absent -> new HitCounter());
    }
}
