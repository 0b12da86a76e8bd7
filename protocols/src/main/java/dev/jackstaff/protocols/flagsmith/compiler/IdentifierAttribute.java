package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import org.jspecify.annotations.Nullable;

/** The identity's identifier as an attribute, without coercion: 0123 is not 123. */
record IdentifierAttribute() implements Attribute {
    @Override
    public String name() {
        return "identifier";
    }

    @Override
    public @Nullable Object valueIn(EvaluationContext context) {
        return textIn(context);
    }

    @Override
    public @Nullable String textIn(EvaluationContext context) {
        return context.text(EvaluationContext.TARGETING_KEY);
    }
}
