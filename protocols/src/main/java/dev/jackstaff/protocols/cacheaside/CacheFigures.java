package dev.jackstaff.protocols.cacheaside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often an answer was kept already, and what the near cache behind the answers did, in each environment, since the start of this process. */
@ApplicationScoped
public class CacheFigures {
    private static final NearCache NONE = () -> NearCache.Figures.NONE;

    private final Map<String, Figures> figures = new ConcurrentHashMap<>();
    private final NearCache nearCache;

    @Inject
    public CacheFigures(Instance<NearCache> nearCache) {
        this(nearCache.isResolvable() ? nearCache.get() : NONE);
    }

    /** For the container's stand-in, which is asked nothing. */
    protected CacheFigures() {
        this(NONE);
    }

    CacheFigures(NearCache nearCache) {
        this.nearCache = nearCache;
    }

    /** The figures of the host's near cache; of a host without one they are zero. */
    NearCache.Figures near() {
        return nearCache.figures();
    }

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
