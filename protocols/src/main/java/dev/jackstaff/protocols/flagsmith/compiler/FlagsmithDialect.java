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
    /**
     * The attribute of a trait that is named {@code targetingKey}, because that attribute itself is the identifier: the
     * path of the trait.
     */
    public static final String TARGETING_KEY_TRAIT = "$.identity.traits.targetingKey";

    @Override
    public String name() {
        return EnvironmentDocument.DIALECT;
    }

    @Override
    public FlagSet compile(JsonText document) {
        return EnvironmentDocumentCompiler.compile(EnvironmentDocumentReader.read(document.json()));
    }
}
