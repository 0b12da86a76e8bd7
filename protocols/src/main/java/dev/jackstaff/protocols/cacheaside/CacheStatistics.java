package dev.jackstaff.protocols.cacheaside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Cache hits, misses and invalidations of each environment since the start of this process. */
@ApplicationScoped
public class CacheStatistics {
    private static final NearCache NONE = () -> NearCache.Statistics.NONE;

    private final Map<String, Counters> counters = new ConcurrentHashMap<>();
    private final NearCache nearCache;

    @Inject
    public CacheStatistics(Instance<NearCache> nearCache) {
        this(nearCache.isResolvable() ? nearCache.get() : NONE);
    }

    /** For the container's stand-in, which is asked nothing. */
    protected CacheStatistics() {
        this(NONE);
    }

    CacheStatistics(NearCache nearCache) {
        this.nearCache = nearCache;
    }

    /** The figures of the host's near cache; of a host without one they are zero. */
    NearCache.Statistics nearCacheStatistics() {
        return nearCache.statistics();
    }

    /** One environment's figures. */
    record Counters(LongAdder hits, LongAdder misses, LongAdder invalidations) {
        private static Counters zero() {
            return new Counters(new LongAdder(), new LongAdder(), new LongAdder());
        }
    }

    /** The figures of an environment that is served, {@code project/environment}. */
    Counters of(String environment) {
        return counters.computeIfAbsent(environment, absent -> Counters.zero());
    }
}
