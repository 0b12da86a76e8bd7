package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.environment.Dialect;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import jakarta.enterprise.context.Dependent;

/** The dialect of Flagsmith environment documents. */
@Dependent
public class FlagsmithDialect implements Dialect {
    @Override
    public String name() {
        return EnvironmentDocument.DIALECT;
    }

    @Override
    public FlagSet compile(JsonText document) {
        return EnvironmentDocumentCompiler.compile(EnvironmentDocumentReader.read(document.json()));
    }
}
