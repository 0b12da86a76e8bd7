package dev.jackstaff.protocols.cacheaside;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often an answer was kept already, in each environment, since the start of this process. */
@ApplicationScoped
public class CacheFigures {
    private final Map<String, Figures> figures = new ConcurrentHashMap<>();

    /** One environment's figures. */
    record Figures(LongAdder hits, LongAdder misses, LongAdder invalidations) {
        private static Figures zero() {
            return new Figures(new LongAdder(), new LongAdder(), new LongAdder());
        }
    }

    /** The figures of an environment that is served, {@code project/environment}. */
    Figures of(String environment) {
        return figures.computeIfAbsent(environment, absent -> Figures.zero());
    }
}
