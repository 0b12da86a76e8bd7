package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.Set;

/** A condition that the attribute's text is one of some values. Its cost does not depend on their number. */
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
