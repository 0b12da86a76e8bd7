package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/** The attribute, as text, has a match of a regular expression anywhere. */
public record PatternMatch(Attribute attribute, RegularExpression expression) implements Comparison {
    /**
     * The search for an expression.
     *
     * @throws IllegalArgumentException as {@link RegularExpression#compile}
     */
    public static PatternMatch parse(Attribute attribute, String expression, boolean caseInsensitive) {
        return new PatternMatch(attribute, RegularExpression.compile(expression, caseInsensitive));
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && expression.matchesIn(text);
    }

    @Override
    public long cost() {
        return expression.cost();
    }

    @Override
    public String operator() {
        return "REGEX";
    }

    @Override
    public String operand() {
        return OperandText.shorten(expression.toString());
    }
}
