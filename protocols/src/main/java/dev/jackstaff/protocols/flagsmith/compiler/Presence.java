package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;

/** The property is set, or is not set. */
record Presence(Property attribute, boolean set) implements Comparison {
    @Override
    public boolean holdsFor(EvaluationContext context) {
        return (attribute.rawValueIn(context) != null) == set;
    }

    @Override
    public String operator() {
        return set ? "IS_SET" : "IS_NOT_SET";
    }

    @Override
    public String operand() {
        return "";
    }
}
