package dev.jackstaff.grid;

/**
 * Names of the data grid's maps, and of those entries that have a name: what hubs and edges of any version agree on. All
 * values are sealed; see {@link GridSeal}.
 */
public final class GridNames {
    /** The map of snapshots: {@link EnvironmentAddress} as text to the document's bytes. */
    public static final String SNAPSHOTS = "jackstaff.snapshots";

    /** The map of what hubs say of the snapshots, under {@link #HEARTBEAT}. */
    public static final String PUBLICATION = "jackstaff.publication";

    /** The entry of {@link #PUBLICATION} with the snapshots there were when a hub last saw that all that is committed is there. */
    public static final String HEARTBEAT = "heartbeat";

    /** The map of batches of usage: {@code edge/sequence} to the document's bytes. */
    public static final String USAGE = "jackstaff.usage";

    /** The map of what became of the batches: {@code edge/sequence} to {@link #ACCEPTED} or {@link #REFUSED}. */
    public static final String USAGE_ACKNOWLEDGEMENTS = "jackstaff.usage.acknowledged";

    /** The acknowledgement of a batch that is counted. */
    public static final String ACCEPTED = "taken";

    /** The acknowledgement of a batch that never will be counted. */
    public static final String REFUSED = "refused";

    /** The map of what edges say of themselves, by their ids. Entries expire. */
    public static final String EDGES = "jackstaff.edges";

    private GridNames() {}
}
