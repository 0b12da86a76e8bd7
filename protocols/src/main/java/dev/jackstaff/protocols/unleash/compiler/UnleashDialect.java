package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.environment.Dialect;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import jakarta.enterprise.context.Dependent;

/** The dialect of Unleash features documents. */
@Dependent
public class UnleashDialect implements Dialect {
    @Override
    public String name() {
        return FeaturesDocument.DIALECT;
    }

    @Override
    public FlagSet compile(JsonText document) {
        return FeaturesDocumentCompiler.compile(FeaturesDocumentReader.read(document.json()));
    }
}
