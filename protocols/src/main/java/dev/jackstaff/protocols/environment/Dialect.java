package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;

/** A compiler of one foreign system's documents. One CDI bean for each system. One bean for each system. */
public interface Dialect {
    /** The name under which snapshots carry its documents. */
    String name();

    /**
     * The flags of a document, compiled; what cannot be is among the set's problems.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException where this is no document of the dialect at all
     */
    FlagSet compile(JsonText document);
}
