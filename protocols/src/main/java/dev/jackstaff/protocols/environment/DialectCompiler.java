package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** A compiler of snapshots of every known dialect. */
@Dependent
public class DialectCompiler {
    /** A compiler of native snapshots only. */
    static final DialectCompiler NATIVE_ONLY = new DialectCompiler(List.of());

    private final Iterable<Dialect> others;

    @Inject
    public DialectCompiler(Instance<Dialect> others) {
        this((Iterable<Dialect>) others);
    }

    /** A compiler of native snapshots and the given dialects. */
    public DialectCompiler(Iterable<Dialect> others) {
        this.others = others;
    }

    /**
     * The compiled flags of a snapshot.
     *
     * @throws DocumentException if it carries a document of an unsupported dialect
     */
    FlagSet compile(Snapshot snapshot) {
        ForeignDocument foreign = snapshot.foreign();
        if (foreign == null) {
            return SnapshotCompiler.compile(snapshot);
        }
        for (Dialect dialect : others) {
            if (dialect.name().equals(foreign.dialect())) {
                return dialect.compile(foreign.document());
            }
        }
        throw new DocumentException(
                "documents of dialect \"" + foreign.dialect() + "\" are not supported", "foreign.dialect", 1, 1, null);
    }
}
