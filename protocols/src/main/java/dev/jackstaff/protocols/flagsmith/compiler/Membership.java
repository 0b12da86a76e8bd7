package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.TextSet;
import java.util.Set;

/**
 * A comparison that holds when a text or integer is one of several texts. Its cost does not depend on their number.
 */
record Membership(Property attribute, Set<String> texts, String operand) implements Comparison {
    Membership {
        texts = TextSet.of(texts);
        operand = Operand.shorten(operand);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        Object value = attribute.valueIn(context);
        return value instanceof String text
                ? texts.contains(text)
                : (value instanceof Long || value instanceof IntegerText) && texts.contains(value.toString());
    }

    @Override
    public String operator() {
        return "IN";
    }
}
