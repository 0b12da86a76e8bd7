package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;

/** A compiler of one foreign system's documents. There is one CDI bean for each system. */
public interface Dialect {
    /** The name under which snapshots carry its documents. */
    String name();

    /**
     * The compiled flags of a document; parts that cannot be compiled are among the set's problems.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if this is no document of the dialect at all
     */
    FlagSet compile(JsonText document);
}
