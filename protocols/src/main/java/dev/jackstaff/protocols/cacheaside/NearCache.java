package dev.jackstaff.protocols.cacheaside;

/** The host's near cache of snapshots, from which all answers are made. A port; asking it never waits. */
public interface NearCache {
    /** What the near cache did since the host joined its cluster; all zero while it is in none. */
    Statistics statistics();

    /**
     * Figures of a near cache.
     *
     * @param entries how many snapshots it has
     * @param hits how often a snapshot was there when it was looked for
     * @param misses how often it had to be fetched
     * @param invalidations how often a change took one away
     */
    record Statistics(long entries, long hits, long misses, long invalidations) {
        public static final Statistics NONE = new Statistics(0, 0, 0, 0);
    }
}
