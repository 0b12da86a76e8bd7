package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;

/**
 * A comparison that holds when a text that does not look like a number contains a part, or does not contain it.
 *
 * @param satisfiable false where Flagsmith's engine finds nothing in any text: {@code CONTAINS} with a version
 */
record Containment(Property attribute, String part, boolean negated, boolean satisfiable) implements Comparison {
    private static final int CHARACTERS_A_STEP = 100;

    @Override
    public boolean holdsFor(EvaluationContext context) {
        return satisfiable && attribute.valueIn(context) instanceof String text && text.contains(part) != negated;
    }

    @Override
    public long cost() {
        return 1L + part.length() / CHARACTERS_A_STEP;
    }

    @Override
    public String operator() {
        return negated ? "NOT_CONTAINS" : "CONTAINS";
    }

    @Override
    public String operand() {
        return Operand.shorten(part);
    }
}
