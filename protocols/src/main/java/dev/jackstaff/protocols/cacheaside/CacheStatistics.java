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

    /** For the CDI proxy only. */
    protected CacheStatistics() {
        this(NONE);
    }

    CacheStatistics(NearCache nearCache) {
        this.nearCache = nearCache;
    }

    /** The statistics of the host's near cache; all zero if the host has none. */
    NearCache.Statistics nearCacheStatistics() {
        return nearCache.statistics();
    }

    /** The counters of one environment. */
    record Counters(LongAdder hits, LongAdder misses, LongAdder invalidations) {
        private static Counters zero() {
            return new Counters(new LongAdder(), new LongAdder(), new LongAdder());
        }
    }

    /** The counters of a served environment, {@code project/environment}. */
    Counters of(String environment) {
        return counters.computeIfAbsent(environment, absent -> Counters.zero());
    }
}
