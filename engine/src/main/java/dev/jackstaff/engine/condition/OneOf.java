package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.Set;

/** The attribute, as text, is one of some values. Its cost does not depend on how many there are. */
public record OneOf(Attribute attribute, Set<String> values) implements Comparison {
    public OneOf {
        values = TextSet.of(values);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && values.contains(text);
    }

    @Override
    public String operator() {
        return "IN";
    }

    @Override
    public String operand() {
        return OperandText.summarize(values);
    }
}
