package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.Dialect;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentReader;
import jakarta.enterprise.context.Dependent;

/** Snapshots that carry Flagsmith environment documents. */
@Dependent
public class FlagsmithDialect implements Dialect {
    @Override
    public String name() {
        return EnvironmentDocument.DIALECT;
    }

    @Override
    public FlagSet compile(JsonText document) {
        return EnvironmentCompiler.compile(EnvironmentReader.read(document.json()));
    }
}
