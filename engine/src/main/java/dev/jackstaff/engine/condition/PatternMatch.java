package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/** A condition that a regular expression matches anywhere in the attribute's text. */
public record PatternMatch(Attribute attribute, RegularExpression expression) implements Comparison {
    /**
     * The condition for an expression.
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
    public boolean caseInsensitive() {
        return expression.caseInsensitive();
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
