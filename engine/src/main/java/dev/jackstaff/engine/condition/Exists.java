package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/** A condition that the context has the attribute. */
public record Exists(Attribute attribute) implements Comparison {
    @Override
    public boolean holdsFor(EvaluationContext context) {
        return attribute.valueIn(context) != null;
    }

    @Override
    public String operator() {
        return "EXISTS";
    }

    @Override
    public String operand() {
        return "";
    }
}
