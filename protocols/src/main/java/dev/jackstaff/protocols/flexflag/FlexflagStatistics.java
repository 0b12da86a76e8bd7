package dev.jackstaff.protocols.flexflag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often flags were asked for since the start of this process, in each environment. FlexFlag's cache holds flags: a hit is
 * a flag that was there, a miss one that was not.
 */
@ApplicationScoped
public class FlexflagStatistics {
    private final Map<String, HitCounter> counts = new ConcurrentHashMap<>();

    /** One environment's figures. */
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

    /** The figures of an environment that is served, {@code project/environment}. */
    HitCounter of(String environment) {
        return counts.computeIfAbsent(environment, absent -> new HitCounter());
    }
}
