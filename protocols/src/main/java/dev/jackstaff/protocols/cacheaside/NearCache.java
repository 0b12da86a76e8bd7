package dev.jackstaff.protocols.cacheaside;

/** The host's port for its near cache of snapshots, from which all answers are made. Reading it never waits. */
public interface NearCache {
    /** The statistics since the host joined its cluster; all zero while it is in none. */
    Statistics statistics();

    /**
     * The statistics of a near cache.
     *
     * @param entries the number of cached snapshots
     * @param hits the lookups that found a snapshot
     * @param misses the lookups that had to fetch one
     * @param invalidations the snapshots removed because of a change
     */
    record Statistics(long entries, long hits, long misses, long invalidations) {
        public static final Statistics NONE = new Statistics(0, 0, 0, 0);
    }
}
